import type { OverlayProblem } from './overlay-server'

// Runs in the page, in `dev` only: a panel over the page with the author's mistakes. Built from elements and text nodes,
// never from HTML, in a shadow tree, so that the page's styles do not affect it.

// Next shows its own button in the corner below.
const STYLE = `
section { position: fixed; inset: auto 1rem 4rem; z-index: 2147483647; max-height: 45vh; overflow: auto;
  max-width: 60rem; margin-inline: auto; padding: .75rem 1rem; border-radius: .5rem; background: #1d1b18; color: #f5f1ea;
  border-top: 4px solid #e5484d; box-shadow: 0 .5rem 2rem #0008; font: 14px/1.45 ui-monospace, monospace; }
header { display: flex; justify-content: space-between; align-items: center; }
button { font: inherit; font-size: 1.4em; padding: 0 .5rem; background: none; color: inherit; border: 0; cursor: pointer; }
ol { list-style: none; margin: 0; padding: 0; }
li { padding: .5rem 0; border-top: 1px solid #fff2; }
li.error a { color: #ff9ea1; } li.warning a { color: #ffd479; }
p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; } .hint { opacity: .75; }`

const script = document.currentScript
const source = script instanceof HTMLScriptElement ? new URL(script.src) : undefined
const token = source?.searchParams.get('token') ?? ''

if (source) {
  const address = new URL('/problems', source)
  address.search = new URLSearchParams({ token, path: location.pathname }).toString()
  const host = document.createElement('div')
  host.id = 'quire-problems'
  const root = host.attachShadow({ mode: 'open' })
  const style = document.createElement('style')
  style.textContent = STYLE
  let closed = ''
  new EventSource(address).addEventListener('message', ({ data }) => {
    const { problems, opens }: { problems: OverlayProblem[]; opens: boolean } = JSON.parse(data)
    const key = JSON.stringify(problems)
    if (problems.length === 0 || key === closed) {
      host.remove()
      return
    }
    const panel = show(problems, opens, () => {
      closed = key
      host.remove()
    })
    root.replaceChildren(style, panel)
    document.body.append(host)
  })
}

function show(problems: OverlayProblem[], opens: boolean, close: () => void): HTMLElement {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const panel = make('section', { role: 'status', 'aria-label': 'Problems in the content' })
  const title = `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`
  const button = make('button', { type: 'button', 'aria-label': 'Close' }, '×')
  button.addEventListener('click', close)
  panel.append(make('header', {}, make('strong', {}, title), button))
  const list = make('ol', {})
  for (const problem of problems) {
    const { file, line, column, severity, message, hint, link } = problem
    const place = make('a', { href: link }, `${file}:${line}:${column}`)
    if (opens) {
      place.addEventListener('click', (event) => {
        event.preventDefault()
        open(problem)
      })
    }
    const item = make('li', { class: severity }, place, make('p', {}, message))
    if (hint) item.append(make('p', { class: 'hint' }, hint))
    list.append(item)
  }
  panel.append(list)
  return panel
}

function open({ file, line, column }: OverlayProblem): void {
  const address = new URL('/open', source)
  address.search = new URLSearchParams({ token, file, line: String(line), column: String(column) }).toString()
  fetch(address, { method: 'POST' }).catch(console.error)
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function make(name: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}
