import type { SearchDocument } from '@/lib/search/search-document'
import { divideDocuments, listDocuments, packShard, type SearchStore } from '@/lib/search/search-store'

/** Documents as a build writes them, in memory. */
export function storeOf(documents: readonly SearchDocument[]): SearchStore {
  const divided = divideDocuments(documents)
  const shards = divided.map(packShard)
  return {
    list: listDocuments(divided),
    readTexts: async (shard) => Buffer.from(shards[shard]?.texts ?? ''),
    readCards: async (shard) => shards[shard]?.cards ?? '',
  }
}
