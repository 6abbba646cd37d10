import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { writeFileAtomic } from '../write-file'
import { type ClientModules, readClientModules } from './client-modules'
import { clientModuleIds } from './flight'
import { acceptScripts } from './foreign-scripts'
import { parsePage } from './html'
import { type InlineStyles, styleInliner } from './inline-styles'
import type { OwnScripts } from './own-scripts'
import { findPageFiles } from './page-file'
import { type AllowedHosts, insertPolicy, policyOf } from './policy'
import { type DeliveredPage, measure, type Report } from './report'
import { checkStripped, hasUnfinishedSuspense, stripRuntime } from './runtime'
import { spellPlainly } from './spelling'

/**
 * The last step of a build: every prerendered page that uses no client component loses Next's runtime and has
 * its styles within it, and every page gets its own security policy. Pages rendered on request are untouched.
 *
 * Nothing is written before every page went through, so a Next whose markup we do not know leaves a whole build.
 *
 * @param options.distDir absolute path of Next's output: `.next`
 * @param options.publicDir absolute path of the folder that is served at `/`
 * @param options.allow `allow` of site.yaml
 * @param options.own the scripts that the project itself puts into pages
 * @throws naming every page that could not be delivered, and why
 */
export async function deliver({ distDir, publicDir, allow, own }: DeliverOptions): Promise<Report> {
  const modules = await readClientModules(distDir)
  const inlineStyles = styleInliner({ distDir, publicDir })
  const failures: string[] = []
  const done: { file: string; html: string; page: DeliveredPage }[] = []
  for (const { route, file } of await findPageFiles(distDir)) {
    const before = await readFile(file, 'utf8')
    try {
      const { html, ...outcome } = await deliverPage(before, { modules, inlineStyles, allow, own })
      done.push({ file, html, page: { route, ...outcome, ...measure(before, html) } })
    } catch (error) {
      failures.push(
        `${route} (${path.relative(distDir, file)}): ${error instanceof Error ? error.message : error}`,
      )
    }
  }
  if (failures.length > 0) {
    throw new Error(
      `These pages cannot be served as Next wrote them; no page was changed.\n  ${failures.join('\n  ')}\n` +
        'A script of your own belongs into lib/delivery/own-scripts.ts, or its host into `allow.scripts` of site.yaml. Else: ' +
        'was `next build` run again, and is it the version of package-lock.json?',
    )
  }
  for (const { file, html } of done) await writeFileAtomic(file, html)
  return { pages: done.map(({ page }) => page) }
}

/** One page: stripped where nothing in it needs the browser's React, with its policy in any case. */
async function deliverPage(
  before: string,
  { modules, inlineStyles, allow, own }: PageOptions,
): Promise<Delivered> {
  const page = parsePage(before)
  const keptFor = [...clientModuleIds(page)].filter((id) => !modules.isNeedless(id)).map(modules.nameOf)
  if (hasUnfinishedSuspense(page)) keptFor.push('a Suspense boundary that React finishes in the browser')
  if (keptFor.length > 0) {
    const scripts = acceptScripts(before, page, { own, allowedHosts: allow.scripts, runtime: true })
    const policy = policyOf(page, allow, { runtime: true, scripts })
    return { html: insertPolicy(before, policy), keptFor, refused: policy.refused }
  }
  const stripped = spellPlainly(stripRuntime(before, page))
  const result = parsePage(stripped)
  checkStripped(page, result)
  const scripts = acceptScripts(stripped, result, { own, allowedHosts: allow.scripts })
  const { html, styles } = await inlineStyles(stripped, result)
  const policy = policyOf(result, allow, { scripts, styles })
  return { html: insertPolicy(html, policy), keptFor, refused: policy.refused }
}

export interface DeliverOptions {
  distDir: string
  publicDir: string
  allow: AllowedHosts
  own: OwnScripts
}

interface PageOptions {
  modules: ClientModules
  inlineStyles: InlineStyles
  allow: AllowedHosts
  own: OwnScripts
}

interface Delivered {
  html: string
  keptFor: string[]
  refused: string[]
}
