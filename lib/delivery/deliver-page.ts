import { parsePage, parseWithPositions } from './html'
import { hoistLanguage } from './page-language'
import { type AllowedHosts, insertPolicy, policyOf } from './policy'
import type { ClientModules } from './scripts/client-modules'
import { clientModuleIds, cutFlight } from './scripts/flight'
import { acceptScripts } from './scripts/foreign-scripts'
import type { OwnScripts } from './scripts/own-scripts'
import { checkStripped, hasUnfinishedSuspense, stripRuntime } from './scripts/runtime'
import { spellPlainly } from './spelling'
import type { InlineStyles } from './styles/inline-styles'

/**
 * Delivers one page: strips the runtime if nothing in it needs React in the browser, and adds its policy.
 * @param before the page as Next wrote it
 * @throws if its markup is unknown, or it contains a foreign script
 */
export async function deliverPage(
  before: string,
  { modules, inlineStyles, allow, own }: PageOptions,
): Promise<Delivered> {
  const { html: bare, cutOff } = cutFlight(before)
  const page = parseWithPositions(bare)
  const keptFor = [...clientModuleIds(page, cutOff)]
    .filter((id) => !modules.isNeedless(id))
    .map(modules.nameOf)
  if (hasUnfinishedSuspense(page)) keptFor.push('a Suspense boundary that React finishes in the browser')
  if (keptFor.length > 0) {
    const whole = parsePage(before)
    const scripts = acceptScripts(before, whole, { own, allowedHosts: allow.scripts, runtime: true })
    const policy = policyOf(whole, allow, { runtime: true, scripts })
    return { html: insertPolicy(before, policy), keptFor, refused: policy.refused }
  }
  const stripped = hoistLanguage(spellPlainly(stripRuntime(bare, page)))
  // Parsed again, because the final page is what must be safe.
  const result = parsePage(stripped)
  checkStripped(page, result)
  const scripts = acceptScripts(stripped, result, { own, allowedHosts: allow.scripts })
  const { html, styles } = await inlineStyles(stripped, result)
  const policy = policyOf(result, allow, { scripts, styles })
  return { html: insertPolicy(html, policy), keptFor, refused: policy.refused }
}

export interface PageOptions {
  modules: ClientModules
  inlineStyles: InlineStyles
  /** `allow` of site.yaml. */
  allow: AllowedHosts
  /** The scripts that the project itself puts into pages. */
  own: OwnScripts
}

interface Delivered {
  html: string
  keptFor: string[]
  refused: string[]
}
