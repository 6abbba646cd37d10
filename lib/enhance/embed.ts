/**
 * Lets a poster play in its place: the click that would lead to the other site loads its player here instead. Only
 * then is that site asked for anything.
 * @param link `<a data-embed-load="address of the player">`
 */
export function loadOnClick(link: HTMLAnchorElement): void {
  link.addEventListener('click', (event) => {
    // With a key held down the reader wants the original, elsewhere.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const frame = document.createElement('iframe')
    frame.src = link.dataset.embedLoad ?? link.href
    frame.title = link.ariaLabel ?? link.innerText
    frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
    // YouTube plays nothing for a page that does not say where it is (its error 153).
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    frame.className = 'embed-player'
    frame.dataset.shape = link.dataset.shape
    const { width, height } = link.querySelector('img')
      ? // The place the poster had, so that nothing moves.
        link.getBoundingClientRect()
      : link.dataset
    if (width && height) frame.style.aspectRatio = `${width} / ${height}`
    else if (height) frame.height = String(height)
    link.replaceWith(frame)
    frame.focus()
  })
}
