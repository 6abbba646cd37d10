import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { bundleWorker } from '../../../../lib/build/texts/bundle-code'
import { RenderPool } from '../../../../lib/build/texts/render-pool'
import { type TextDone, TextRenderer } from '../../../../lib/build/texts/render-texts'
import { defaultSettings } from '../../../../lib/markdown/context'
import type { StagedPost } from '../../../../lib/model/document'
import { workspace } from '../../../../lib/workspace'

let project: string

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'texts-test-'))
  cpSync('package-lock.json', join(project, 'package-lock.json'))
})

afterEach(() => rmSync(project, { recursive: true, force: true }))

describe('the texts of a site', { timeout: 120_000 }, () => {
  test('are rendered once, and again only if they changed', async () => {
    const first = await render(['One.', 'Two.'])
    expect(first.rendered).toEqual(['post-0.md', 'post-1.md'])
    expect(first.html).toEqual(['<p>One.</p>', '<p>Two.</p>'])
    const second = await render(['One.', 'Changed.'])
    expect(second.rendered).toEqual(['post-1.md'])
    expect(second.html).toEqual(['<p>One.</p>', '<p>Changed.</p>'])
  })

  test('are not rendered again for a check, which renders uncached texts without HTML', async () => {
    await render(['One.'])
    const checked = await render(['One.', '`x`\n\n```js\nlet x\n```'], { factsOnly: true })
    expect(checked.rendered).toEqual(['post-1.md'])
    expect(checked.html).toEqual(['<p>One.</p>', ''])
    expect((await render(['One.', 'Three.'], { factsOnly: true })).rendered).toEqual(['post-1.md'])
    const built = await render(['One.', 'Three.'])
    expect(built.rendered).toEqual(['post-1.md'])
    expect(built.html).toEqual(['<p>One.</p>', '<p>Three.</p>'])
  })

  test('are rendered again after another version of a package', async () => {
    await render(['One.'])
    writeFileSync(join(project, 'package-lock.json'), '{}')
    expect((await render(['One.'])).rendered).toEqual(['post-0.md'])
  })

  test.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['emptied', () => ''],
    ['changed', (text: string) => text.replace('One.', 'Two.')],
    ['those of another text', (text: string) => text.replace(/"key":"\w{8}/, '"key":"00000000')],
  ])('are rendered again if the cached ones were %s', async (_, damage) => {
    await render(['One.'])
    const folder = workspace(project).texts
    for (const name of readdirSync(folder)) {
      const file = join(folder, name)
      writeFileSync(file, damage(readFileSync(file, 'utf8')))
    }
    const again = await render(['One.'])
    expect(again.rendered).toEqual(['post-0.md'])
    expect(again.html).toEqual(['<p>One.</p>'])
  })
})

describe('a text that takes too long', () => {
  const slow = `export default async ({ body, settings, place }) => {
    if (body === 'waits') await new Promise((resolve) => setTimeout(resolve, 3000))
    if (body.includes('block')) Atomics.store(new Int32Array(place ?? new SharedArrayBuffer(4)), 0, 3)
    if (body.includes('block') && !settings.slowCode?.includes(3)) for (;;) {}
    const slowCode = settings.slowCode?.map((line) => ({ rule: 'markdown/slow-code', file: 'a.md', line: line + 4 }))
    if (body.includes('code') && !settings.plainCode) for (;;) {}
    if (body.includes('ever')) for (;;) {}
    if (body.includes('throw')) throw new Error('no such thing')
    return { html: body, rendered: { problems: slowCode ?? [] }, milliseconds: 0 }
  }`

  test.each([
    ['is shown without colors where those took long', 'code', 'code', 'markdown/slow-code'],
    ['is shown without colors for the block that took long', 'block', 'block', 'markdown/slow-code'],
    [
      'is shown as written where all of it does',
      '<ever>',
      '<pre class="unrendered">&lt;ever></pre>',
      'markdown/too-slow',
    ],
    ['is shown as written where it fails', 'throw', '<pre class="unrendered">throw</pre>', 'markdown/failed'],
  ])(
    '%s, and the others are rendered',
    async (_, body, html, rule) => {
      const file = join(mkdtempSync(join(tmpdir(), 'pool-')), 'worker.mjs')
      writeFileSync(file, slow)
      const pool = new RenderPool(file, { limitMs: () => 1500 })
      const settings = {
        ...defaultSettings,
        source: { ...defaultSettings.source, file: 'a.md', bodyLine: 7 },
      }
      const [text, other] = await Promise.all(
        [body, 'other'].map((each) => pool.render({ body: each, settings })),
      )
      await pool.close()
      expect(text?.html).toBe(html)
      expect(text?.rendered.problems).toMatchObject([{ rule, file: 'a.md', line: 7 }])
      expect(other?.html).toBe('other')
    },
    120_000,
  )

  test('is waited for if the machine is busy', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'pool-')), 'worker.mjs')
    writeFileSync(file, slow)
    const cpuUsage = vi.spyOn(process, 'cpuUsage').mockReturnValue({ user: 9000, system: 1000 })
    const pool = new RenderPool(file, { limitMs: () => 1000 })
    const { html, rendered } = await pool.render({ body: 'waits', settings: defaultSettings })
    await pool.close()
    cpuUsage.mockRestore()
    expect(html).toBe('waits')
    expect(rendered.problems).toEqual([])
  }, 120_000)
})

async function render(
  bodies: string[],
  options: { factsOnly?: boolean } = {},
): Promise<{ html: string[]; rendered: string[] }> {
  const renderer = new TextRenderer(project, await bundleWorker(project), options)
  const rendered: string[] = []
  const documents = await renderer.render(
    bodies.map((body, index) => ({ body, staged: makeStaged(`post-${index}.md`) })),
    ({ file }: TextDone) => rendered.push(file),
  )
  const html = await Promise.all(documents.map((document) => renderer.readHtml(document)))
  await renderer.close()
  return { html: html.map((text) => text.trim()), rendered: rendered.sort() }
}

function makeStaged(file: string): StagedPost {
  return {
    title: file,
    slug: file,
    tags: [],
    categories: [],
    authors: [],
    draft: false,
    pinned: false,
    toc: false,
    readTime: false,
    aliases: [],
    extra: {},
    settings: { ...defaultSettings, source: { ...defaultSettings.source, file } },
  }
}
