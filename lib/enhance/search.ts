/**
 * Opens the search dialog on a click on the link to the search page, and with `/` or Ctrl/⌘-K. Nothing of it is loaded
 * before.
 * @param link `<a data-search="URL of the dialog's script">`
 */
export function followSearch(link: HTMLAnchorElement): void {
  const open = async (event: Event) => {
    event.preventDefault()
    try {
      const { openSearch } = await import(link.dataset.search ?? '')
      openSearch()
    } catch {
      location.href = link.href
    }
  }
  link.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event)
  })
  addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select')
    if ((event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !isTyping))
      open(event)
  })
}
