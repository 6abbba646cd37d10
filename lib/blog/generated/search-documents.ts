import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readOptional } from './read-generated'
import './revision'
import type { SearchList } from '../../model/search-list'

/**
 * Where `/search` finds the documents of this build; undefined if there are none, as in `check`. Nothing but the list
 * stays in memory: the texts of ten thousand posts are 55 MB.
 */
export function openSearchDocuments() {
  const folder = readOptional<{ folder: string }>('.quire/search-folder.json')?.folder
  const list = folder && readOptional<SearchList>(join('.quire', 'search', folder, 'list.json'))
  if (!folder || !list) return undefined
  const pathOf = (name: string) =>
    join(/* turbopackIgnore: true */ process.cwd(), '.quire', 'search', folder, name)
  return {
    list,
    readTexts: (shard: number): Promise<Buffer> => readFile(pathOf(`texts-${shard}.txt`)),
    readCards: (shard: number): Promise<string> => readFile(pathOf(`cards-${shard}.txt`), 'utf8'),
  }
}
