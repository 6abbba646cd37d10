import {
  attribute,
  type Element,
  elementsOf,
  inlineScript,
  isDataBlock,
  type Page,
  parseWithPositions,
  scriptsOf,
} from '../html'
import { isAllowed } from '../policy'
import type { OwnScripts } from './own-scripts'
import { isReactScript } from './react-scripts'

/**
 * Checks the origin of every script in a finished page. An author's text never contains a script: one that is
 * neither ours nor allowed by site.yaml has passed the filter through a gap, and the page must not be served.
 * @param html the page as it will be served
 * @param page the same page parsed
 * @param options.runtime whether the page keeps Next's runtime, so that its scripts are expected
 * @returns the code of the inline scripts that the policy may allow
 * @throws with the first foreign script
 */
export function acceptScripts(
  html: string,
  page: Page,
  { own, allowedHosts, runtime = false }: ScriptOptions,
): string[] {
  checkNoscript(html, page)
  const inline: string[] = []
  for (const script of scriptsOf(page)) {
    if (isDataBlock(script)) continue
    const code = inlineScript(script)
    const src = attribute(script, 'src')
    if (code !== undefined && (own.inline.has(code) || (runtime && isReactScript(code)))) inline.push(code)
    else if (src !== undefined && isKnownUrl(src)) continue
    else throw new Error(`it contains a script that this project did not put there: ${describe(script)}`)
  }
  return inline

  function isKnownUrl(src: string): boolean {
    if (own.urls.has(src) || (runtime && /^\/_next\/static\/[\w./~-]+\.js(?:\?[\w=.-]*)?$/.test(src)))
      return true
    return URL.canParse(src) && isAllowed(new URL(src).origin, allowedHosts)
  }
}

/**
 * A browser with scripts parses `<noscript>` as text up to the next `</noscript`, our parser as elements: they
 * only agree if that is its end.
 */
function checkNoscript(html: string, page: Page): void {
  const isNoscript = ({ tagName }: Element) => tagName === 'noscript'
  if (!elementsOf(page).some(isNoscript)) return
  for (const { sourceCodeLocation: place } of elementsOf(parseWithPositions(html)).filter(isNoscript)) {
    const source = html.slice(place?.startOffset, place?.endOffset)
    if ((source.match(/<\/noscript/gi)?.length ?? 0) !== 1)
      throw new Error('it contains a <noscript> that browsers and parsers read differently')
  }
}

function describe(script: Element): string {
  const src = attribute(script, 'src')
  const text = src ?? inlineScript(script) ?? ''
  return `${src === undefined ? '' : 'src='}${JSON.stringify(text.slice(0, 100))}`
}

export interface ScriptOptions {
  own: OwnScripts
  /** `allow.scripts` of site.yaml. */
  allowedHosts: string[]
  runtime?: boolean
}
