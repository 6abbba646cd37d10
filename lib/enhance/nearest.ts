/**
 * On the page of what is not there: offers the posts whose addresses share words with the one that was asked for.
 * Asks the list of posts, which every site has, and only here.
 * @param place hidden until there is something to offer; `data-nearest` names the list
 * @param asked the address, as in `location.pathname`
 */
export async function offerNearest(place: HTMLElement, asked: string): Promise<void> {
  const response = await fetch(place.dataset.nearest ?? '/')
  if (!response.ok) return
  const html = await response.text()
  // The list alone: this page's policy would refuse the styles of that one, and say so in the console.
  const list = new DOMParser().parseFromString(html.slice(html.indexOf('<main')), 'text/html')
  const links = [...list.querySelectorAll<HTMLAnchorElement>('main a[href^="/posts/"]')]
  const found = links
    .map((link) => ({ link, likeness: likenessOf(asked, link.pathname) }))
    .filter(({ likeness }) => likeness > 0.3)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
  if (found.length === 0) return
  const offers = document.createElement('ul')
  for (const { link } of found) {
    const item = document.createElement('li')
    const copy = document.createElement('a')
    copy.href = link.pathname
    copy.textContent = link.textContent
    item.append(copy)
    offers.append(item)
  }
  place.append(offers)
  place.hidden = false
}

/**
 * How alike two addresses are, from 0 to 1: Dice's coefficient of the pairs of letters in their last segments, so that
 * a letter more or less, or words in another order, matter little.
 */
export function likenessOf(a: string, b: string): number {
  const pairsOfA = pairsOf(a)
  const pairsOfB = pairsOf(b)
  const shared = [...pairsOfA].filter((pair) => pairsOfB.has(pair)).length
  return (2 * shared) / (pairsOfA.size + pairsOfB.size || 1)
}

function pairsOf(address: string): Set<string> {
  const name = decode(address.replace(/\/+$/, '').split('/').pop() ?? '').toLowerCase()
  const words = name.replace(/\.\w+$/, '').split(/[^\p{L}\p{N}]+/u)
  return new Set(
    words.flatMap((word) =>
      Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)),
    ),
  )
}

/** Whatever was typed: an escape that is none stays as it is. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
