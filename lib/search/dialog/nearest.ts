/**
 * On the 404 page: suggests posts whose URLs are similar to the requested one. Requests the search
 * page, and only here.
 * @param place what is replaced by the suggestions if there are any; `data-nearest` is the URL of the search page,
 *   `data-heading` the heading of the suggestions
 * @param asked the requested URL, as in `location.pathname`
 */
export async function offerNearest(place: HTMLElement, asked: string): Promise<void> {
  const response = await fetch(`${place.dataset.nearest}?near=${encodeURIComponent(asked)}`)
  if (!response.ok) return
  const html = await response.text()
  // Only the list: this page's policy would block the styles of that page and log errors.
  const list = new DOMParser().parseFromString(html.slice(html.indexOf('<main')), 'text/html')
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a.u-url')]
  if (links.length === 0) return
  const heading = place.querySelector('h2')
  if (heading) heading.textContent = place.dataset.heading ?? ''
  const offers = document.createElement('ul')
  // Classes of the list that they replace: the page has no other styles.
  offers.className = place.querySelector('ul')?.className ?? ''
  for (const link of links) {
    const item = document.createElement('li')
    const copy = document.createElement('a')
    copy.className = 'title-link text-lead'
    copy.dir = 'auto'
    copy.lang = link.lang
    copy.href = link.pathname
    copy.textContent = link.textContent
    item.append(copy)
    offers.append(item)
  }
  offers.classList.add('mt-4')
  // The footer below must not move.
  place.style.minHeight = `${place.offsetHeight}px`
  place.replaceChildren(...(heading ? [heading] : []), offers)
}
