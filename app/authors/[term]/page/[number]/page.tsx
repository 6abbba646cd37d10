import { termRoute } from '../../../../term-route'

export const dynamicParams = false

const route = termRoute('authors')

export const generateStaticParams = route.listNumbered
export const generateMetadata = route.describe
export default route.Page
