/**
 * Marks the section being read in a table of contents with `aria-current`: the last one whose heading has passed the
 * upper third of the window.
 * @param contents contains links to the headings of this page: `<a href="#id">`
 */
export function followContents(contents: Element): void {
  const sections = [...contents.querySelectorAll('a')].flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    return heading ? [{ link, heading }] : []
  })
  const mark = () => {
    const current = sections.findLast(({ heading }) => heading.getBoundingClientRect().top < innerHeight / 3)
    for (const { link } of sections) link.ariaCurrent = link === current?.link ? 'true' : null
  }
  // Called only when a heading crosses the line, not while scrolling.
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px' })
  for (const { heading } of sections) observer.observe(heading)
}
