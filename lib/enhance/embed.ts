/**
 * Plays a video in place of its poster: a click on the link loads the player here instead of opening the other site. Only
 * then is a request sent to that site.
 * @param link `<a data-embed-load="URL of the player">`
 */
export function loadOnClick(link: HTMLAnchorElement): void {
  link.addEventListener('click', (event) => {
    // With a modifier key the reader wants to open the original page.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const frame = document.createElement('iframe')
    frame.src = link.dataset.embedLoad ?? link.href
    frame.title = link.ariaLabel ?? link.innerText
    frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
    // YouTube refuses to play without a referrer (error 153).
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    frame.className = 'embed-player'
    frame.dataset.shape = link.dataset.shape
    const { width, height } = link.querySelector('img')
      ? // The same size as the poster, so that the layout does not shift.
        link.getBoundingClientRect()
      : link.dataset
    if (width && height) frame.style.aspectRatio = `${width} / ${height}`
    else if (height) frame.height = String(height)
    link.replaceWith(frame)
    frame.focus()
  })
}
