import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SearchDocument } from '../../search/search-document'
import { divideDocuments, listDocuments, packShard } from '../../search/search-store'
import { writeFileAtomic } from '../../write-file'

/**
 * Writes the documents that `/search` reads, to a folder of their own, unless it is there. The folder of the last
 * build stays, because a server that was started before may still read it.
 * @param parent absolute
 * @param folder named by a hash of the documents
 * @param last the folder of the last build
 */
export async function writeSearchDocuments(
  parent: string,
  { folder, last, documents }: { folder: string; last?: string; documents: readonly SearchDocument[] },
): Promise<void> {
  const target = join(parent, folder)
  // The list is written last: if it exists, the shards do.
  if (!existsSync(join(target, 'list.json'))) {
    const shards = divideDocuments(documents)
    for (const [number, shard] of shards.entries()) {
      const { texts, cards } = packShard(shard)
      await writeFileAtomic(join(target, `texts-${number}.txt`), texts)
      await writeFileAtomic(join(target, `cards-${number}.txt`), cards)
    }
    await writeFileAtomic(join(target, 'list.json'), JSON.stringify(listDocuments(shards)))
  }
  const names = await readdir(parent)
  const stale = names.filter((name) => name !== folder && name !== last)
  await Promise.all(stale.map((name) => rm(join(parent, name), { recursive: true, force: true })))
}
