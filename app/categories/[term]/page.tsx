import { termRoute } from '../../term-route'

export const dynamicParams = false

const route = termRoute('categories')

export const generateStaticParams = route.listNewest
export const generateMetadata = route.describe
export default route.Page
