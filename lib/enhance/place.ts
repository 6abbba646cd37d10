/**
 * Marks a link of the navigation with `aria-current`: `page` if it links to this page, `true` if this page is below
 * it, as a post does below the list of posts.
 */
export function markPlace(link: HTMLAnchorElement, here: Place = location): void {
  if (link.origin !== here.origin) return
  if (link.pathname === here.pathname) link.ariaCurrent = 'page'
  else if (link.pathname !== '/' && here.pathname.startsWith(`${link.pathname}/`)) link.ariaCurrent = 'true'
}

type Place = Pick<Location, 'origin' | 'pathname'>
