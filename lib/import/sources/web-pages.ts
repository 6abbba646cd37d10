import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { EXIT, visit } from '../../model/visit'
import type { ExportSource, ImportedPost } from '../imported-post'
import { parseCsv } from './csv'

/** Medium's archive: `posts/2020-01-02_A-title-0123abcd.html`, drafts `posts/draft_….html`. */
export async function openMedium(folder: string): Promise<ExportSource | undefined> {
  const names = await listPages(join(folder, 'posts'))
  const first = names[0] && (await readFile(join(folder, 'posts', names[0]), 'utf8'))
  if (!first || !/class="[^"]*\bh-entry\b/.test(first)) return undefined
  return {
    label: 'a Medium export',
    name: 'medium',
    left: ['claps and responses'],
    async *posts() {
      for (const name of names)
        yield readMediumPage(await readFile(join(folder, 'posts', name), 'utf8'), name)
    },
  }
}

function readMediumPage(html: string, name: string): ImportedPost {
  const tree = fromHtml(html)
  const byClass = (value: string) => find(tree, (node) => hasClass(node, value))
  const canonical = byClass('p-canonical')?.properties.href
  const time = byClass('dt-published')?.properties.dateTime
  const author = byClass('p-author')
  const subtitle = find(tree, ({ properties }) => properties.dataField === 'subtitle')
  const body = byClass('e-content')
  const title = textOf(byClass('p-name') ?? find(tree, ({ tagName }) => tagName === 'title') ?? tree).trim()
  if (body) removeTitle(body, title)
  const file = /^(?:draft_|\d{4}-\d\d-\d\d_)?(.*?)(?:-[0-9a-f]{8,14})?\.html$/.exec(name)?.[1] ?? ''
  const summary = subtitle && textOf(subtitle).trim()
  return {
    kind: 'post',
    title,
    slug: file,
    ...(typeof time === 'string' && { date: time }),
    draft: name.startsWith('draft_'),
    tags: [],
    authors: author ? [textOf(author).trim()] : [],
    ...(summary && { summary }),
    ...(typeof canonical === 'string' && { url: canonical }),
    body: { html: body ? toHtml(body.children) : '' },
  }
}

/** Medium repeats the title as the first heading. */
function removeTitle(body: Element, title: string): void {
  visit(body, 'element', (node, index, parent) => {
    if (!/^h[1-4]$/.test(node.tagName) || !parent || index === undefined) return undefined
    if (textOf(node).trim() === title) parent.children.splice(index, 1)
    return EXIT
  })
}

/** Substack's archive: `posts.csv`, and `posts/<number>.<slug>.html` with only the body. */
export async function openSubstack(folder: string): Promise<ExportSource | undefined> {
  const csv = await readFile(join(folder, 'posts.csv'), 'utf8').catch(() => undefined)
  if (csv === undefined) return undefined
  const rows = parseCsv(csv)
  const names = new Set(await listPages(join(folder, 'posts')))
  const locked = rows.filter((row) => !['', 'everyone'].includes(row.get('audience') ?? '')).length
  return {
    label: 'a Substack export',
    name: 'substack',
    left: locked > 0 ? [`the access control of ${locked} posts for subscribers: they are drafts now`] : [],
    async *posts() {
      for (const row of rows) {
        const id = row.get('post_id') ?? ''
        const name = [...names].find((each) => each === `${id}.html` || each.startsWith(`${id}.`))
        if (!name) continue
        yield readSubstackRow(row, await readFile(join(folder, 'posts', name), 'utf8'))
      }
    },
  }
}

function readSubstackRow(row: ReadonlyMap<string, string>, html: string): ImportedPost {
  // `123456.the-slug`
  const slug = /^\d+\.(.+)$/.exec(row.get('post_id') ?? '')?.[1] ?? ''
  const [date, summary] = [row.get('post_date'), row.get('subtitle')]
  const isPublic = row.get('is_published') === 'true' && ['', 'everyone'].includes(row.get('audience') ?? '')
  return {
    kind: 'post',
    title: row.get('title') ?? '',
    slug,
    ...(date && { date }),
    draft: !isPublic,
    tags: [],
    authors: [],
    ...(summary && { summary }),
    ...(slug && { url: `/p/${slug}` }),
    body: { html },
  }
}

async function listPages(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => name.endsWith('.html')).sort()
}

function find(tree: Root, matches: (node: Element) => boolean): Element | undefined {
  let found: Element | undefined
  visit(tree, 'element', (node) => {
    if (!matches(node)) return undefined
    found = node
    return EXIT
  })
  return found
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name)
}
