import { termRoute } from '../../../../term-route'

export const dynamicParams = false

const route = termRoute('tags')

export const generateStaticParams = route.listNumbered
export const generateMetadata = route.describe
export default route.Page
