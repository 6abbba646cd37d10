import { serve } from '@/app/_responses/serve'
import { showFeed } from '@/app/_responses/show-feed'

export const dynamic = 'force-dynamic'

/** The feed of the newest comments on all posts. */
export async function GET(): Promise<Response> {
  return showFeed(await serve())
}
