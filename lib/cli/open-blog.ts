import { createBlog } from '../blog/create-blog'
import { readGenerated } from '../blog/generated/read-generated'
import { findSnapshot } from '../blog/generated/snapshots'
import { readText } from '../blog/generated/texts'
import type { Blog } from '../blog/queries'
import type { ContentIndex } from '../model/content-index'

/** The published blog from the last `npm run generate`, for commands. @throws if there is none */
export function openBlog(): Blog {
  return createBlog(readGenerated<ContentIndex>('.quire/index.json'), {
    now: Date.now(),
    environment: process.env,
    sources: { readText, findSnapshot },
  })
}
