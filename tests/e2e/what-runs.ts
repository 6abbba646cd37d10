import type { Page } from '@playwright/test'

/**
 * Clicks everything that can be clicked on an open page, and looks for scripts that ran (payloads set `window.ran`) or
 * could run.
 */
export async function whatRuns(page: Page): Promise<Running> {
  // esbuild wraps functions in this helper, which the page does not have.
  await page.evaluate('globalThis.__name ??= (value) => value')
  await page.evaluate(() => {
    // Link targets are checked below; only event handlers matter here.
    addEventListener('click', (event) => event.preventDefault())
    addEventListener('submit', (event) => event.preventDefault())
    // By prototypes: `<input name="matches">` in a form hides its method, `<img name="querySelectorAll">` the document's.
    const { matches } = Element.prototype
    for (const element of Document.prototype.querySelectorAll.call(document, 'main *')) {
      if (matches.call(element, 'button, summary, input, img, [data-embed-load], [data-link], [tabindex]'))
        if (element instanceof HTMLElement) HTMLElement.prototype.click.call(element)
      EventTarget.prototype.dispatchEvent.call(element, new MouseEvent('mouseover', { bubbles: true }))
    }
  })
  // Errors of pictures and timers that were started have come by the second frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  return page.evaluate((UNWANTED) => {
    const suspicious: string[] = []
    const look = (elements: Iterable<Element>) => {
      for (const element of elements) {
        if (element instanceof HTMLTemplateElement) look(element.content.querySelectorAll('*'))
        if (element.shadowRoot instanceof ShadowRoot) look(element.shadowRoot.querySelectorAll('*'))
        for (const name of Element.prototype.getAttributeNames.call(element)) {
          const value = Element.prototype.getAttribute.call(element, name) ?? ''
          // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them in a scheme
          const plain = value.replaceAll(/[\u0000-\u0020]/g, '')
          if (
            /^on|^srcdoc$|^formaction$/i.test(name) ||
            (!/^(?:data-(?!embed-load|link$)|alt$|title$|aria-)/.test(name) &&
              /^(?:javascript:|vbscript:|data:text\/html)/i.test(plain))
          )
            suspicious.push(`<${element.localName} ${name}="${value}">`)
        }
        if (Element.prototype.matches.call(element, UNWANTED)) suspicious.push(`<${element.localName}>`)
      }
    }
    const all = (selector: string) => Document.prototype.querySelectorAll.call(document, selector)
    look(all('*'))
    const scripts = [...all('script')]
      .filter((script) => script instanceof HTMLScriptElement)
      .filter(
        ({ type, src }) =>
          !/json|speculationrules/.test(type) && !src.startsWith(`${location.origin}/_quire/`),
      )
      .filter((script) => script.parentElement !== document.head)
      .map((script) => script.getAttribute('src') ?? script.textContent)
    // `<a id=ran>` is `window.ran` too.
    const { ran } = window as { ran?: unknown }
    return { ran: typeof ran === 'number' ? ran : undefined, suspicious, scripts }
  }, UNWANTED)
}

/** Elements that run code or change the page, and elements that our own scripts would use. */
const UNWANTED =
  'base, object[data], embed[src], template, frameset, portal, main [data-search], main [data-work], .prose [data-nearest]'

export interface Running {
  /** Set by a payload. */
  ran: number | undefined
  /** Attributes and elements that could run something. */
  suspicious: string[]
  /** Scripts in the body that are not ours. */
  scripts: (string | null)[]
}
