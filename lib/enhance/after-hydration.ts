/**
 * Waits for React on a page that keeps Next's runtime, as all do in `dev`: what is changed before React has taken over the
 * markup makes it render the whole page again. React gives each element that it has taken over properties of its own,
 * which no other has; the footer is the last.
 */
export function afterHydration(act: () => void): void {
  const last = document.querySelector('.site-footer')
  if ('__next_f' in self && last && !Object.keys(last)[0]) setTimeout(afterHydration, 100, act)
  else act()
}
