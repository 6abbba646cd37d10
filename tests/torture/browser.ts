/**
 * Opens hostile and random texts in Chromium, served over HTTP as in the pages of the site: through the pipeline, the
 * components of a text and, every second one, the policy that delivery would give the page. `browser.ts SEED COUNT`.
 * Exits with 1 and prints the text if a script ran or could run, or if delivery would not have rejected an injected one.
 */
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { PostBody } from '../../components/body/post-body'
import { resolveBody } from '../../lib/blog/body/resolve-body'
import { parsePage } from '../../lib/delivery/html'
import { insertPolicy, policyOf } from '../../lib/delivery/policy'
import { acceptScripts } from '../../lib/delivery/scripts/foreign-scripts'
import { renderMarkdown } from '../../lib/markdown/render'
import { findSystemBrowser } from '../e2e/browser'
import { SCRIPTS } from '../e2e/hostile-content'
import { whatRuns } from '../e2e/what-runs'
import { fuzzTexts, mutate, pick, randomNumbers } from './fuzz-texts'

const [seed = 1, count = 200] = process.argv.slice(2).map(Number)
const NOTHING = { scripts: [], frames: [], images: [], connect: [] }
const OWN = { inline: new Set<string>(), urls: new Set<string>() }
const DIALECTS = ['plain', 'jekyll', 'hugo', 'obsidian', 'ghost']

const random = randomNumbers(seed)
// Half of them are modified texts that once passed a filter, the others modified fixtures and, if available, real
// posts.
const folders = ['tests/pipeline', join(import.meta.dirname, '../../../shared/corpus')].filter(existsSync)
const texts = fuzzTexts({ seed, count: Math.ceil(count / 2), folders }).flatMap((text) => [
  text,
  mutate(pick(SCRIPTS, random), random, [...SCRIPTS, '</', '<', '>', '"', "'", '`', '-->', '<!--']),
])

let served = ''
const server = createServer((request, response) => {
  const isPage = request.url === '/'
  if (request.url?.endsWith('.js'))
    response.writeHead(200, { 'content-type': 'text/javascript' }).end('window.ran=2')
  else
    response
      .writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
      .end(isPage ? served : '')
})
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
const address = server.address()
const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

const browser = await chromium.launch({ executablePath: findSystemBrowser() })
const page = await browser.newPage()
// Other programs may take the machine.
page.setDefaultTimeout(5 * 60_000)
await page.route('**', (route) =>
  route.request().url().startsWith(origin) ? route.fallback() : route.abort(),
)

let failures = 0
const all = [...SCRIPTS, ...SCRIPTS, ...texts]
for (const [index, text] of all.entries()) {
  // Each payload once with a policy and once without.
  const hasPolicy = index < SCRIPTS.length || (index >= 2 * SCRIPTS.length && index % 2 === 0)
  const source = { file: 'a.md', bodyLine: 1, dialect: pick(DIALECTS, random), root: '.' }
  const { html } = await renderMarkdown(text, { source, safeHtml: index % 5 === 4 })
  served = pageOf(html, hasPolicy)
  await page.goto(origin, { waitUntil: 'load' })
  const running = await whatRuns(page)
  if (running.ran === undefined && running.suspicious.length + running.scripts.length === 0) continue
  failures++
  console.log(
    JSON.stringify({ text, dialect: source.dialect, hasPolicy, running, html: html.slice(0, 2000) }),
  )
}
// The whole of it proves something only if what runs is noticed.
served = '<!doctype html><main><a href="javascript:x">x</a><script>window.ran=1</script></main>'
await page.goto(origin)
const planted = await whatRuns(page)
if (planted.ran !== 1 || planted.suspicious.length !== 1)
  throw new Error('A script that runs is not noticed.')
if (!isRefused(served)) throw new Error('Delivery takes a script that is not ours.')

await browser.close()
server.close()
console.log(`${all.length} texts in Chromium, ${failures} with something that runs.`)
process.exitCode = failures > 0 ? 1 : 0

/** @throws if delivery finds a foreign script in it */
function pageOf(html: string, hasPolicy: boolean): string {
  const body = renderToStaticMarkup(
    createElement(PostBody, {
      className: 'prose',
      lang: 'en',
      body: resolveBody(html, { links: {}, pictures: {} }),
    }),
  )
  const whole = `<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body><main><article>${body}</article></main></body></html>`
  const tree = parsePage(whole)
  const scripts = acceptScripts(whole, tree, { own: OWN, allowedHosts: [] })
  return hasPolicy ? insertPolicy(whole, policyOf(tree, NOTHING, { scripts })) : whole
}

function isRefused(html: string): boolean {
  try {
    acceptScripts(html, parsePage(html), { own: OWN, allowedHosts: [] })
    return false
  } catch {
    return true
  }
}
