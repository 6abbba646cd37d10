/**
 * Splits a list into pages whose numbers do not change when posts are added: they count from the oldest post. The first
 * page a reader sees has no number; it holds the newest posts, from one to almost two pages.
 * @param posts newest first
 * @param size of a numbered page
 * @param url of the list, which is its newest page
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

/** The page of a list by the number in its URL; undefined if there is none, as for the newest. */
export function findPage<Item>(pages: readonly ListPage<Item>[], number: string): ListPage<Item> | undefined {
  return pages.slice(1).find((page) => String(page.number) === number)
}

/** Large enough that few blogs have a second page, small enough for a phone. */
export const PAGE_SIZE = 50

export interface ListPage<Item> {
  /** Counted from 1, the oldest. */
  number: number
  count: number
  url: string
  posts: readonly Item[]
  /** URLs of the previous and next page. */
  newer?: string
  older?: string
}
