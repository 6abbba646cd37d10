/**
 * Cuts a list into pages whose numbers never change while posts are added: they count from the oldest post. The first
 * page a reader sees has no number; it holds the newest posts, from one page's worth to almost two.
 * @param posts newest first
 * @param size of a numbered page
 * @param url of the list, where its newest page is
 */
export function paginate<Item>(posts: readonly Item[], size: number, url: string): ListPage<Item>[] {
  const count = Math.max(1, Math.floor(posts.length / size))
  const urlOf = (number: number) => (number === count ? url : `${url}/page/${number}`)
  return Array.from({ length: count }, (_, index) => {
    const number = count - index
    const from = number === count ? 0 : posts.length - number * size
    return {
      number,
      count,
      url: urlOf(number),
      posts: posts.slice(from, posts.length - (number - 1) * size),
      newer: number < count ? urlOf(number + 1) : undefined,
      older: number > 1 ? urlOf(number - 1) : undefined,
    }
  })
}

/** The page of a list with a number as a URL has it; undefined where there is none, as for the newest. */
export function findPage<Item>(pages: readonly ListPage<Item>[], number: string): ListPage<Item> | undefined {
  return pages.slice(1).find((page) => String(page.number) === number)
}

/** Enough that few blogs have a second page, and few enough for a phone. */
export const PAGE_SIZE = 50

export interface ListPage<Item> {
  /** Counted from 1, the oldest. */
  number: number
  count: number
  url: string
  posts: readonly Item[]
  /** URLs of the pages beside it. */
  newer?: string
  older?: string
}
