import { gzipSync } from 'node:zlib'
import type { Page, Request } from '@playwright/test'

/**
 * Opens a page as a first-time reader and measures what is transferred: HTML, CSS, JavaScript and fonts, as compressed
 * on the wire. Pictures are the author's choice, and neither they nor the site's icon are counted.
 */
export async function measureTransfer(page: Page, path: string): Promise<Transfer> {
  const asked: Request[] = []
  page.on('request', (request) => asked.push(request))
  await page.goto(path, { waitUntil: 'networkidle' })
  const counted = asked.filter((request) => !/^(image|other)$/.test(request.resourceType()))
  const files = await Promise.all(
    counted.map(async (request) => ({
      kind: request.resourceType(),
      path: new URL(request.url()).pathname,
      bytes: (await request.sizes()).responseBodySize,
    })),
  )
  return {
    files,
    total: bytesOf(files),
    html: bytesOf(files.filter(({ kind }) => kind === 'document')),
    markup: gzipSync((await page.request.get(path).then((answer) => answer.text())).replace(STYLES, ''))
      .length,
    css: bytesOf(files.filter(({ kind }) => kind === 'stylesheet')),
    js: bytesOf(files.filter(({ kind }) => kind === 'script')),
    text: gzipSync(await page.locator('body').innerText()).length,
    code: gzipSync((await page.locator('figure.code').allTextContents()).join('\n')).length,
    formulas: gzipSync(
      await page.locator('.katex').evaluateAll((all) => all.map((element) => element.outerHTML).join('\n')),
    ).length,
  }
}

export function bytesOf(files: { bytes: number }[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

const STYLES = /<style>.*?<\/style>/gs

/** Sizes in bytes, compressed. */
interface Transfer {
  files: { kind: string; path: string; bytes: number }[]
  total: number
  html: number
  /** The HTML without its inline styles. */
  markup: number
  css: number
  js: number
  /** The visible text of the page. */
  text: number
  /** The part of it in code blocks. */
  code: number
  /** The formulas of the page, which are HTML and MathML, so that no script has to render them. */
  formulas: number
}
