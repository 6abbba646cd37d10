/**
 * Loads readers' responses into a post when the reader scrolls near, counts the view, and submits the forms in place. All of
 * it works without this script, on the responses' own page.
 */
export function includeResponses(): void {
  const place = document.querySelector<HTMLElement>('[data-responses]')
  if (place) whenNear(place, () => follow(place))
  const counters = document.querySelectorAll<HTMLElement>('[data-reactions]')
  // A prerendered page is not read yet.
  if (counters.length > 0) whenActive(() => showCounts(counters))
}

function whenNear(place: HTMLElement, act: () => void): void {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return
      observer.disconnect()
      whenActive(act)
    },
    { rootMargin: '400px' },
  )
  observer.observe(place)
}

function whenActive(act: () => void): void {
  if ('prerendering' in document && document.prerendering)
    document.addEventListener('prerenderingchange', act, { once: true })
  else act()
}

/** Shows likes and views; `data-reactions` is empty on a post's own page, where its view is counted. */
async function showCounts(counters: NodeListOf<HTMLElement>): Promise<void> {
  const own = document.querySelector<HTMLElement>('[data-view]')?.dataset.view
  const response = await (own
    ? fetch(own, { method: 'POST', body: new URLSearchParams('kind=view') })
    : fetch('/api/likes'))
  if (!response.ok) return
  const counts = new Map<string, string>(Object.entries(await response.json()))
  for (const counter of counters) counter.textContent = counts.get(counter.dataset.reactions ?? '') ?? ''
}

function follow(place: HTMLElement): void {
  const home = place.dataset.responses ?? ''
  const show = async (url: string, form?: HTMLFormElement, button?: HTMLElement | null): Promise<void> => {
    const body =
      form && new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    body?.set('fragment', '1')
    const address = new URL(url, location.href)
    address.searchParams.set('fragment', '1')
    place.ariaBusy = 'true'
    const response = await fetch(body ? url : address, body && { method: 'POST', body }).catch(
      () => undefined,
    )
    place.ariaBusy = null
    // Offline, or the server failed: a normal form submission shows the error.
    if (!response?.headers.get('content-type')?.startsWith('text/html')) {
      if (form) HTMLFormElement.prototype.submit.call(form)
      return
    }
    const typed = place.querySelector<HTMLFormElement>('.write')
    const kept = typed && !form ? new FormData(typed) : undefined
    place.innerHTML = await response.text()
    // Typed text stays when the reader chooses another comment to reply to.
    for (const name of ['name', 'site', 'text']) {
      const field = place.querySelector<HTMLInputElement>(`.write [name=${name}]`)
      if (field && kept?.get(name)) field.value = String(kept.get(name))
    }
    const work = place.querySelector<HTMLElement>('[data-work]')?.dataset.work
    if (work) for (const form of place.querySelectorAll('.write')) (await import(work)).followForm(form)
    const target =
      place.querySelector<HTMLElement>('[data-focus]') ??
      (button && place.querySelector<HTMLElement>(address.hash || '.never'))
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
  }
  place.addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement)) return
    event.preventDefault()
    show(event.target.action, event.target)
  })
  place.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : undefined
    if (!link || link.pathname !== home || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    show(link.href, undefined, link)
  })
  show(home)
}
