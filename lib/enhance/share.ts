/**
 * Adds a button that opens the system's share sheet, if the browser has one.
 * @param place below the text of a post
 */
export function offerShare(place: Element, label: string): void {
  if (!navigator.share) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'target'
  button.textContent = label
  // Rejected when the reader closes the sheet.
  button.addEventListener('click', () =>
    navigator.share({ title: document.title, url: location.href.split('#')[0] }).catch(() => {}),
  )
  place.append(button)
}
