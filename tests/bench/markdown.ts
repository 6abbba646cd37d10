import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Root } from 'mdast'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { type Processor, unified } from 'unified'
import { VFile } from 'vfile'
import type { Dialect } from '../../lib/dialects/dialects'
import { remarkCodeMeta } from '../../lib/markdown/code/remark-code-meta'
import { contextOf, defaultSettings, setContext } from '../../lib/markdown/context'
import { rehypeHeadings } from '../../lib/markdown/elements/rehype-headings'
import { rehypeTables } from '../../lib/markdown/elements/rehype-tables'
import { remarkCallouts } from '../../lib/markdown/elements/remark-callouts'
import { rehypeReferences } from '../../lib/markdown/extract/rehype-references'
import { rehypeText } from '../../lib/markdown/extract/rehype-text'
import { rehypeHtml } from '../../lib/markdown/html/rehype-html'
import { rehypeScripts } from '../../lib/markdown/html/rehype-scripts'
import { parseMarkdown } from '../../lib/markdown/parse'
import { useSyntax } from '../../lib/markdown/pipeline'

// Measures what dialect support costs: the pipeline with and without it, both without highlighting and KaTeX. tsx
// tests/bench/markdown.ts [FOLDER] [DIALECT] Both take turns with the same texts, and the shortest time of each is
// compared: other load on the machine only adds time.

const [folder = 'content/posts', dialect = 'plain'] = process.argv.slice(2)
const rounds = 7

const texts = (readdirSync(resolve(folder), { recursive: true, encoding: 'utf8' }) as string[])
  .filter((path) => /\.(?:md|markdown)$/.test(path))
  .map((path) =>
    readFileSync(join(folder, path), 'utf8').replace(/^\s*(---|\+\+\+)\n[\s\S]*?\n\1[ \t]*\n/, ''),
  )
const kilobytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1024

const without = finish(
  unified()
    .use(function parse(this: Processor) {
      this.parser = () => ({ type: 'root', children: [] })
      return (_tree: Root, file: VFile) =>
        parseMarkdown(String(file), contextOf(file).settings, { literalTags: true })
    })
    .use(remarkCallouts)
    .use(remarkCodeMeta)
    .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
    .use(rehypeHtml)
    .use(rehypeScripts),
)
const syntax = unified()
useSyntax(syntax)
const withDialects = finish(syntax)

let [least, leastWith] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
for (let round = 0; round < rounds; round++) {
  least = Math.min(least, await time(without, 'plain'))
  leastWith = Math.min(leastWith, await time(withDialects, dialect as Dialect))
}
const percent = new Intl.NumberFormat('en', { style: 'percent', signDisplay: 'exceptZero' })
const perKilobyte = (milliseconds: number): string => `${(milliseconds / kilobytes).toFixed(2)} ms/KB`
console.log(`${texts.length} texts, ${kilobytes.toFixed(0)} KB, ${rounds} rounds of processor time`)
console.log(`without dialects  ${perKilobyte(least)}`)
console.log(`with dialects     ${perKilobyte(leastWith)}  ${percent.format(leastWith / least - 1)}`)

async function time(processor: Processor, dialect: Dialect): Promise<number> {
  const start = process.cpuUsage()
  for (const text of texts) {
    const file = new VFile(text)
    setContext(file, { ...defaultSettings, math: false, source: { ...defaultSettings.source, dialect } })
    await processor.process(file)
  }
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function finish(processor: unknown): Processor {
  const chain = processor as Processor
  chain.use(rehypeHeadings).use(rehypeTables).use(rehypeText).use(rehypeReferences).use(rehypeStringify)
  return chain
}
