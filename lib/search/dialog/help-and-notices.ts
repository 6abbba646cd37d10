import { stringsFor } from '../../strings'
import { addStyles, make } from './elements'

/** Shows which keys do something on every page. */
export function openHelp(): void {
  help ??= buildHelp()
  if (!help.open) help.showModal()
}

let help: HTMLDialogElement | undefined

function buildHelp(): HTMLDialogElement {
  const strings = stringsFor(document.documentElement.lang)
  const dialog = make('dialog', { className: 'search-dialog', ariaLabel: strings.keyboard })
  const list = make('dl', {})
  const rows: [keys: string[], what: string][] = [
    [['/', 'Ctrl K'], strings.search],
    [['?'], strings.keyboard],
    [['Esc'], strings.close],
  ]
  for (const [keys, what] of rows) {
    const term = make('dt', {})
    for (const [at, key] of keys.entries()) term.append(at > 0 ? ' ' : '', make('kbd', { textContent: key }))
    list.append(term, make('dd', { textContent: what }))
  }
  const close = make('button', { type: 'button', textContent: strings.close })
  close.addEventListener('click', () => dialog.close())
  addStyles()
  dialog.append(make('h2', { textContent: strings.keyboard }), list, close)
  document.body.append(dialog)
  return dialog
}

/** Says for two seconds that the URL of a section is in the clipboard. */
export function sayCopied(): void {
  addStyles()
  notice ??= make('p', { className: 'search-notice', role: 'status' })
  document.body.append(notice)
  notice.textContent = stringsFor(document.documentElement.lang).linkCopied
  notice.hidden = false
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (notice) notice.hidden = true
  }, 2000)
}

let notice: HTMLElement | undefined
let timer: ReturnType<typeof setTimeout> | undefined
