/**
 * Opens the search dialog on a click on the link to the search page, and with `/` or Ctrl/⌘-K; `?` opens a list of keys;
 * a click on the mark of a heading copies its URL. What is shown is in one module, and nothing of it is loaded
 * before.
 * @param link `<a data-search="URL of the dialog's script">`
 */
export function followSearch(link: HTMLAnchorElement): void {
  const load = () => import(link.dataset.search ?? '')
  const open = async (event: Event) => {
    event.preventDefault()
    try {
      ;(await load()).openSearch()
    } catch {
      location.href = link.href
    }
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-nearest]'))
    load().then(({ offerNearest }) => offerNearest(place, location.pathname))
  link.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event)
  })
  addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select')
    if (event.key === '?' && !isTyping) load().then(({ openHelp }) => openHelp())
    if ((event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !isTyping))
      open(event)
  })
  document.addEventListener('click', ({ target }) => {
    const anchor = target instanceof Element && target.closest<HTMLAnchorElement>('.anchor')
    // At once: some browsers let only the click itself write to the clipboard.
    if (anchor)
      navigator.clipboard
        ?.writeText(anchor.href)
        .then(load)
        .then(({ sayCopied }) => sayCopied())
  })
}
