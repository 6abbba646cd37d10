import { respondWithFeed } from '../feed-route'

export const dynamic = 'force-static'

export const GET = () => respondWithFeed('rss.xml')
