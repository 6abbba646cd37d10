/**
 * Gives a code block a button that copies its code. Does nothing if the browser has no clipboard API (plain http).
 * @param figure a `figure.code` of the pipeline
 */
export function addCopyButton(figure: Element, labels: CopyLabels): void {
  const code = figure.querySelector('code')
  if (!code || !navigator.clipboard) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  // A label that changes in a live region is announced; the button keeps the focus.
  button.ariaLive = 'polite'
  button.textContent = labels.copy
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText((code.textContent ?? '').replace(/\n$/, ''))
    button.textContent = labels.copied
    setTimeout(() => {
      button.textContent = labels.copy
    }, 2000)
  })
  figure.append(button)
}

export interface CopyLabels {
  copy: string
  copied: string
}
