/**
 * On the page of what is not there: offers the posts whose URLs are like the one that was asked for. Asks the search
 * page, and only here.
 * @param place hidden until there is something to offer; `data-nearest` is the URL of the search page
 * @param asked the URL, as in `location.pathname`
 */
export async function offerNearest(place: HTMLElement, asked: string): Promise<void> {
  const response = await fetch(`${place.dataset.nearest}?near=${encodeURIComponent(asked)}`)
  if (!response.ok) return
  const html = await response.text()
  // The list alone: this page's policy would refuse the styles of that one, and say so in the console.
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
