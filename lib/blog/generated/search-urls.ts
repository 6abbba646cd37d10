import { PUBLIC_BASE } from '../../urls/public-base'
import { readOptional } from './read-generated'
import './revision'

/** The root-relative URLs of search. Undefined if no index was made, as in `check`. */
export const searchUrls: SearchUrls | undefined = readUrls()

function readUrls(): SearchUrls | undefined {
  const found = readOptional<{ folder: string; dialog: string; filters: unknown }>(
    '.quire/search-folder.json',
  )
  return found && { index: `${PUBLIC_BASE}/${found.folder}`, dialog: found.dialog, filters: found.filters }
}

export interface SearchUrls {
  /** The folder of Pagefind's index: it changes with the posts. */
  index: string
  /** The script of the dialog: the same for all posts. */
  dialog: string
  /** What the dialog offers to narrow a search: `FilterChoices`. */
  filters: unknown
}
