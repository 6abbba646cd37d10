import type { Hit } from './hit'

/**
 * Asks the search page, which looks through all texts, instead of the index.
 * @param shown at most so many hits
 * @throws if it cannot be loaded
 */
export async function findOnServer(query: string, shown: number): Promise<{ hits: Hit[]; count: number }> {
  const response = await fetch(`/search?q=${encodeURIComponent(query)}`)
  if (!response.ok) throw new Error(`The search page answers with ${response.status}.`)
  const html = await response.text()
  // Only the list: this page's policy would block the styles of that page and log errors.
  const page = new DOMParser().parseFromString(html.slice(html.indexOf('<main')), 'text/html')
  const entries = [...page.querySelectorAll('main li')].flatMap((entry) => {
    const link = entry.querySelector<HTMLAnchorElement>('a.u-url')
    if (!link) return []
    const text = entry.querySelector('.p-summary')?.textContent ?? ''
    return [
      {
        url: `${link.pathname}${link.hash}`,
        title: link.textContent ?? '',
        heading: '',
        excerpt: [{ text, isMatch: false }],
      },
    ]
  })
  return { hits: entries.slice(0, shown), count: entries.length }
}
