import { stringsFor } from '../../strings'
import type { FilterChoice } from '../filter-choices'
import { addStyles, make } from './elements'
import type { Hit } from './hit'
import { openIndex, type SearchIndex } from './index-client'

/**
 * The search dialog: a combobox with a list of results below it, and two filters. Loaded when a reader first opens
 * it, and kept until the reader leaves the page.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function openSearch(): void {
  opened ??= build()
  if (!opened.open) opened.showModal()
  opened.querySelector('input')?.select()
}

export { openHelp, sayCopied } from './help-and-notices'
export { offerNearest } from './nearest'

let opened: HTMLDialogElement | undefined

function build(): HTMLDialogElement {
  const strings = stringsFor(document.documentElement.lang)
  const dialog = make('dialog', { className: 'search-dialog', ariaLabel: strings.searchFor })
  const input = make('input', {
    type: 'search',
    name: 'q',
    autocomplete: 'off',
    spellcheck: false,
    dir: 'auto',
  })
  input.role = 'combobox'
  input.ariaLabel = strings.searchFor
  input.placeholder = strings.searchFor
  input.ariaExpanded = 'false'
  input.setAttribute('aria-controls', 'search-results')
  input.ariaAutoComplete = 'list'
  const close = make('button', { type: 'button', textContent: strings.close })
  const tag = make('select', { ariaLabel: strings.anyTag })
  const year = make('select', { ariaLabel: strings.anyYear })
  tag.append(new Option(strings.anyTag, ''))
  year.append(new Option(strings.anyYear, ''))
  const status = make('p', { role: 'status', textContent: strings.searchHelp })
  const results = make('ul', { id: 'search-results', role: 'listbox', ariaLabel: strings.search })
  const all = make('a', { href: '/search', textContent: `${strings.searchAll} →` })
  const form = make('form', { action: '/search' })
  form.append(input, close)
  const filters = make('div', { className: 'search-filters' })
  filters.append(tag, year)
  addStyles()
  dialog.append(form, filters, status, results, all)
  document.body.append(dialog)

  let index: Promise<SearchIndex> | undefined
  const load = () => {
    index ??= openIndex()
    return index
  }
  load()
    .then(({ filters: choices }) => {
      fill(tag, choices.tag)
      fill(year, choices.year)
    })
    .catch(() => {
      status.textContent = strings.searchFailed
    })

  let asked = 0
  let active = -1
  const search = async () => {
    const mine = ++asked
    const query = input.value.trim()
    all.href = `/search?q=${encodeURIComponent(query)}`
    if (query === '') return show([], 0, '')
    try {
      const found = await (await load()).search(query, { tag: tag.value, year: year.value })
      // Results of an earlier query may arrive later.
      if (mine === asked) show(found.hits, found.count, query)
    } catch {
      index = undefined
      status.textContent = strings.searchFailed
    }
  }
  function show(hits: readonly Hit[], count: number, query: string): void {
    active = -1
    input.removeAttribute('aria-activedescendant')
    results.replaceChildren(...hits.map(toOption))
    input.ariaExpanded = String(hits.length > 0)
    status.textContent = query === '' ? strings.searchHelp : strings.searchResults(count, query)
  }
  function move(step: number): void {
    const options = [...results.querySelectorAll<HTMLElement>('[role=option]')]
    if (options.length === 0) return
    active = (active + step + options.length) % options.length
    for (const [at, option] of options.entries()) option.ariaSelected = String(at === active)
    const chosen = options[active]
    input.setAttribute('aria-activedescendant', chosen?.id ?? '')
    chosen?.scrollIntoView({ block: 'nearest' })
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(search, TYPING)
  })
  for (const select of [tag, year]) select.addEventListener('change', search)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      move(event.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1)
    }
    if (event.key !== 'Enter') return
    const link = results.querySelector<HTMLAnchorElement>('a[aria-selected=true]')
    if (!link) return
    event.preventDefault()
    link.click()
  })
  results.addEventListener('click', () => dialog.close())
  close.addEventListener('click', () => dialog.close())
  // A click outside the dialog is a click on its backdrop.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  return dialog
}

function toOption(hit: Hit, at: number): HTMLElement {
  const item = make('li', { role: 'presentation' })
  const link = make('a', { href: hit.url, tabIndex: -1, dir: 'auto' })
  Object.assign(link, { id: `search-result-${at}`, role: 'option', ariaSelected: 'false' })
  link.append(make('strong', { textContent: hit.title }))
  if (hit.heading) link.append(' ', make('span', { textContent: hit.heading }))
  const excerpt = make('p', { dir: 'auto' })
  for (const { text, isMatch } of hit.excerpt)
    excerpt.append(isMatch ? make('mark', { textContent: text }) : text)
  link.append(excerpt)
  item.append(link)
  return item
}

function fill(select: HTMLSelectElement, choices: readonly FilterChoice[]): void {
  for (const { value, count } of choices) select.append(new Option(`${value} (${count})`, value))
  select.hidden = choices.length === 0
}

/** Milliseconds between a keystroke and the search: less than typing a word takes, more than a letter. */
const TYPING = 120
