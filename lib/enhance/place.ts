/**
 * Marks a link of the navigation with `aria-current`: `page` where it leads here, `true` where this page stands below
 * it, as a post does below the list of posts.
 */
export function markPlace(link: HTMLAnchorElement, here: Place = location): void {
  if (link.origin !== here.origin) return
  if (link.pathname === here.pathname) link.ariaCurrent = 'page'
  else if (link.pathname !== '/' && here.pathname.startsWith(`${link.pathname}/`)) link.ariaCurrent = 'true'
}

type Place = Pick<Location, 'origin' | 'pathname'>
