import { feedRoute } from '../../../feed-route'

export const dynamic = 'force-static'
export const dynamicParams = false

const route = feedRoute('categories')

export const generateStaticParams = route.generateStaticParams
export const GET = route.GET
