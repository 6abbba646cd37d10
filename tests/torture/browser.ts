/**
 * Opens random texts in Chromium, as the pipeline makes them: `browser.ts SEED COUNT`. No policy helps: the filter alone
 * must hold. Ends with 1 and prints the text where a script ran, or could.
 */
import { chromium } from '@playwright/test'
import { toHtml } from 'hast-util-to-html'
import { resolveBody } from '../../lib/blog/body/resolve-body'
import { renderMarkdown } from '../../lib/markdown/render'
import { findSystemBrowser } from '../e2e/browser'
import { SCRIPTS } from '../e2e/hostile-content'
import { whatRuns } from '../e2e/what-runs'
import { fuzzTexts, mutate, pick, randomNumbers } from './fuzz-texts'

const [seed = 1, count = 200] = process.argv.slice(2).map(Number)
const random = randomNumbers(seed)
// Half of them are changes of texts that got through some filter.
const texts = fuzzTexts({ seed, count: Math.ceil(count / 2) }).flatMap((text) => [
  text,
  mutate(pick(SCRIPTS, random), random, [...SCRIPTS, '</', '<', '>', '"', "'", '`', '-->', '<!--']),
])
const dialects = ['plain', 'jekyll', 'hugo', 'obsidian', 'ghost']

const browser = await chromium.launch({ executablePath: findSystemBrowser() })
const page = await browser.newPage()
await page.route('**', (route) =>
  route.request().url().endsWith('.js')
    ? route.fulfill({ contentType: 'text/javascript', body: 'window.ran=2' })
    : route.fulfill({ status: 404 }),
)
let failures = 0
for (const [index, text] of [...SCRIPTS, ...texts].entries()) {
  const source = { file: 'a.md', bodyLine: 1, dialect: pick(dialects, random), root: '.' }
  const { html } = await renderMarkdown(text, { source, safeHtml: index % 4 === 3 })
  const body = toHtml(resolveBody(html, { links: {}, pictures: {} }))
  await page.goto('about:blank')
  await page.setContent(`<!doctype html><title>x</title><main><div>${body}</div></main>`, {
    waitUntil: 'load',
  })
  const running = await whatRuns(page)
  if (running.ran === undefined && running.suspicious.length + running.scripts.length === 0) continue
  failures++
  console.log(JSON.stringify({ text, dialect: source.dialect, running, html: html.slice(0, 2000) }))
}
await browser.close()
console.log(`${SCRIPTS.length + texts.length} texts in Chromium, ${failures} with something that runs.`)
process.exitCode = failures > 0 ? 1 : 0
