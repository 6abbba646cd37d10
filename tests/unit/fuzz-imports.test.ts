/**
 * Exports of other systems with random changes, by a fixed seed: each is imported, or refused with a sentence for its
 * owner; nothing is written outside of the content folder. Settings are in torture/fuzz-settings.ts.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { htmlToMarkdown } from '@/lib/import/html/html-to-markdown'
import { importExport } from '@/lib/import/import-export'
import { ImportReport } from '@/lib/import/import-report'
import { openSource } from '@/lib/import/open-source'
import { readFrontMatter } from '@/lib/staging/front-matter/read-front-matter'
import { FUZZ_PATIENCE, FUZZ_RUNS, FUZZ_SEED } from '../torture/fuzz-settings'
import { fuzzTexts, mutate, PIECES, pick, randomNumbers } from '../torture/fuzz-texts'
import { wordpressExport, wordpressItem } from './import/wordpress-export'

const HTML = [
  '<h2>Tide</h2><p>The <b>gate</b> is <a href="/2015/06/tide-1/">open</a>.</p><ul><li>one<li>two</ul>',
  '<figure><img src="https://lock.example/a.png" alt="A"><figcaption>harbour</figcaption></figure><pre><code class="language-js">let a</code></pre>',
  '<table><tr><td>keeper<td>boat</table>[caption id="1"]<img src="/b.png">lamp[/caption]<!-- wp:quote --><blockquote>slack</blockquote>',
]
const XML = [
  '<item>',
  '</item>',
  '<![CDATA[',
  ']]>',
  '&amp;',
  '&#0;',
  '&#x1F;',
  '<wp:post_name>',
  '../../x',
  '',
]
const JSONS = ['null', '{', '}', '[', ']', '"', ',', ':', '"__proto__"', '1e999', '"../../x"', '\\u0000']

function exportsOf(random: () => number): [name: string, whole: string, pieces: string[]][] {
  const text = () => mutate(pick(HTML, random), random)
  const wordpress = wordpressExport(
    1,
    wordpressItem({ id: 9, title: text(), slug: mutate('tide-a', random), content: text() }),
  )
  const posts = [1, 2].map((id) => ({
    ...{ id, title: text(), slug: mutate('tide', random), html: text(), status: 'published' },
    ...{ published_at: mutate('2020-01-02T03:04:05.000Z', random), feature_image: text() },
  }))
  const ghost = JSON.stringify({ db: [{ data: { posts, tags: [{ id: 1, name: text() }] } }] })
  const blogger = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:blogger.com,1999:blog-1.post-2</id><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/><title>Tide</title><content type="html">&lt;p&gt;gate&lt;/p&gt;</content></entry></feed>`
  const devto = JSON.stringify([{ type_of: 'article', title: text(), body_markdown: text(), url: 'x' }])
  return [
    ['e.xml', wordpress, [...XML, ...PIECES]],
    ['e.json', ghost, [...JSONS, ...PIECES]],
    ['e.atom', blogger, [...XML, ...PIECES]],
    ['d.json', devto, [...JSONS, ...PIECES]],
  ]
}

test(
  'any export is imported, or refused with a sentence',
  async () => {
    const random = randomNumbers(FUZZ_SEED)
    const project = mkdtempSync(join(tmpdir(), 'quire-fuzz-import-'))
    let imported = 0
    try {
      for (let run = 0; run < FUZZ_RUNS; run++) {
        for (const [name, whole, pieces] of exportsOf(random)) {
          const contentDir = join(project, 'content')
          rmSync(contentDir, { recursive: true, force: true })
          mkdirSync(contentDir)
          // Half of them with their structure as it was: what is in their fields comes further.
          writeFileSync(join(project, name), run % 2 === 0 ? whole : mutate(whole, random, pieces))
          imported += await importFile(join(project, name), contentDir)
          rmSync(join(project, name))
          expect(readdirSync(project), name).toEqual(['content'])
        }
      }
    } finally {
      rmSync(project, { recursive: true })
    }
    expect(imported).toBeGreaterThan(FUZZ_RUNS)
  },
  FUZZ_PATIENCE,
)

test(
  'any zip is unpacked into its folder, or refused',
  async () => {
    const random = randomNumbers(FUZZ_SEED + 1)
    const project = mkdtempSync(join(tmpdir(), 'quire-fuzz-zip-'))
    const zip = await zipOf({ 'e.json': exportsOf(random)[1]?.[1] ?? '', 'images/a.png': 'picture' })
    try {
      for (let run = 0; run < FUZZ_RUNS; run++) {
        const damaged = Buffer.from(zip)
        for (let change = 0; change < 1 + random() * 6; change++)
          damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256)
        const cut = run % 5 === 0 ? damaged.subarray(0, Math.floor(random() * damaged.length)) : damaged
        writeFileSync(join(project, 'e.zip'), cut)
        mkdirSync(join(project, 'content'))
        await importFile(join(project, 'e.zip'), join(project, 'content'))
        rmSync(join(project, 'content'), { recursive: true })
        expect(readdirSync(project)).toEqual(['e.zip'])
      }
    } finally {
      rmSync(project, { recursive: true })
    }
  },
  FUZZ_PATIENCE,
)

test('any HTML of an editor keeps its words as Markdown', () => {
  const random = randomNumbers(FUZZ_SEED + 2)
  for (const text of [
    ...fuzzTexts({ seed: FUZZ_SEED, count: FUZZ_RUNS }),
    ...HTML.map((html) => mutate(html, random)),
  ]) {
    for (const flavor of [undefined, 'wordpress'] as const) {
      const html = `<p>before</p>${text}<p>after</p>`
      const { markdown } = htmlToMarkdown(html, flavor && { flavor })
      expect(typeof markdown).toBe('string')
    }
  }
  for (const html of HTML) {
    const { markdown } = htmlToMarkdown(html, { flavor: 'wordpress' })
    const words = textOf(
      fromHtml(html.replaceAll(/\[[^\]]*\]/g, ' ').replaceAll('<', ' <'), { fragment: true }),
    ).match(/\w{4,}/g)
    for (const word of words ?? []) expect(markdown).toContain(word)
  }
})

/** @returns how many posts were written */
async function importFile(path: string, contentDir: string): Promise<number> {
  const report = new ImportReport()
  try {
    const { source, close } = await openSource(path)
    try {
      if (source.kind !== 'export') return 0
      await importExport(source.source, report, { contentDir, folder: 'posts/x', pictures: true })
    } finally {
      await close()
    }
  } catch (error) {
    // A mistake of ours is a TypeError or a RangeError; what the author is told is an Error.
    if (!(error instanceof Error) || error.constructor !== Error) throw error
    expect(error.message).toMatch(/\w+ .*\w/)
  }
  for (const { path } of report.files) {
    expect(path).toMatch(/^(?:posts\/x|pages)\/[^/\\\p{Cc}]+\.md$/u)
    const { problems } = readFrontMatter(readFileSync(join(contentDir, path), 'utf8'))
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  }
  for (const place of report.pictures.keys()) expect(place).toMatch(/^\/images\/[\w-]+\.\w+$/)
  return report.files.length
}

async function zipOf(files: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
