import { findGenerated } from '../../blog/generated/read-generated'
import type { KeptThread } from './kept-thread'

/** The comments of the repository on one post, as the build has rendered them (`publish-threads.ts`). */
export async function findThreads(slug: string): Promise<KeptThread[]> {
  return (await findGenerated<KeptThread[]>(`.quire/kept-comments/${slug}.json`)) ?? []
}
