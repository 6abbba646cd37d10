/**
 * On the 404 page: suggests posts whose URLs are similar to the requested one. Requests the search
 * page, and only here.
 * @param place hidden until there is a suggestion; `data-nearest` is the URL of the search page
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
  const offers = document.createElement('ul')
  for (const link of links) {
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
