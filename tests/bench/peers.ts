import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Contestant } from './contestant'

/**
 * Installs the generators that the benchmark compares with into temporary folders, with the same posts. Versions are
 * exact, so that results of two days can be compared. Eleventy is for orientation: if it cannot be installed, the
 * others still run.
 */
export function installPeers(files: Record<string, string>): Contestant[] {
  return [astro(files), ...optional(() => eleventy(files))]
}

function optional(install: () => Contestant): Contestant[] {
  try {
    return [install()]
  } catch (error) {
    console.error(`Left out: ${error instanceof Error ? error.message : error}`)
    return []
  }
}

/**
 * With the usual parts of a technical blog: Shiki (built in), formulas with KaTeX, a layout for every page, a list, an
 * index like a feed.
 */
function astro(files: Record<string, string>): Contestant {
  const folder = install('astro', {
    astro: '5.18.2',
    'remark-math': '6.0.0',
    'rehype-katex': '7.0.1',
  })
  write(folder, {
    'astro.config.mjs': `import remarkMath from 'remark-math'
import rehypeKatex from 'rehype-katex'
export default { telemetry: false, markdown: { remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] } }
`,
    'src/content.config.ts': `import { defineCollection, z } from 'astro:content'
import { glob } from 'astro/loaders'
const posts = defineCollection({
  loader: glob({ pattern: '*.md', base: './src/posts' }),
  schema: z.object({ title: z.string(), date: z.coerce.date(), tags: z.array(z.string()) }),
})
export const collections = { posts }
`,
    'src/layouts/page.astro': `---
const { title } = Astro.props
---
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
<body><header><a href="/">A bench</a></header><main><slot /></main></body></html>
`,
    'src/pages/posts/[slug].astro': `---
import { getCollection, render } from 'astro:content'
import Page from '../../layouts/page.astro'
export async function getStaticPaths() {
  const posts = (await getCollection('posts')).sort((a, b) => b.data.date - a.data.date)
  return posts.map((post, index) => ({
    params: { slug: post.id.replace(/^\\d+-\\d+-\\d+-/, '') },
    props: { post, newer: posts[index - 1], older: posts[index + 1] },
  }))
}
const { post, newer, older } = Astro.props
const { Content, headings } = await render(post)
---
<Page title={post.data.title}>
  <h1>{post.data.title}</h1>
  <ul>{headings.map(({ slug, text }) => <li><a href={'#' + slug}>{text}</a></li>)}</ul>
  <Content />
  <nav>{newer && <a href={newer.id}>{newer.data.title}</a>}{older && <a href={older.id}>{older.data.title}</a>}</nav>
</Page>
`,
    'src/pages/index.astro': `---
import { getCollection } from 'astro:content'
import Page from '../layouts/page.astro'
const posts = (await getCollection('posts')).sort((a, b) => b.data.date - a.data.date)
---
<Page title="A bench"><ul>{posts.map(({ id, data }) => <li><a href={'/posts/' + id}>{data.title}</a></li>)}</ul></Page>
`,
    'src/pages/tags/[tag].astro': `---
import { getCollection } from 'astro:content'
import Page from '../../layouts/page.astro'
export async function getStaticPaths() {
  const posts = await getCollection('posts')
  return [...new Set(posts.flatMap(({ data }) => data.tags))].map((tag) => ({
    params: { tag },
    props: { posts: posts.filter(({ data }) => data.tags.includes(tag)) },
  }))
}
---
<Page title={Astro.params.tag}><ul>{Astro.props.posts.map(({ id, data }) => <li><a href={'/posts/' + id}>{data.title}</a></li>)}</ul></Page>
`,
  })
  const posts = join(folder, 'src', 'posts')
  writePosts(posts, files)
  return {
    name: 'Astro 5.18',
    folder,
    posts,
    build: ['npx', 'astro', 'build'],
    dev: (port) => ['npx', 'astro', 'dev', '--port', String(port)],
    environment: { ASTRO_TELEMETRY_DISABLED: '1' },
    pageOf: (file) => `/posts/${file.replace(/^\d+-\d+-\d+-|\.md$/g, '')}`,
    clean: () => removeAll(folder, ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite']),
  }
}

/** For orientation only: markdown-it without highlighting and without formulas. */
function eleventy(files: Record<string, string>): Contestant {
  const folder = install('eleventy', { '@11ty/eleventy': '3.1.2' })
  write(folder, {
    'src/_includes/page.html':
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><main><h1>{{ title }}</h1>{{ content }}</main></body></html>\n',
    'src/posts/posts.json': '{ "layout": "page.html", "templateEngineOverride": "md" }\n',
  })
  const posts = join(folder, 'src', 'posts')
  writePosts(posts, files)
  return {
    name: 'Eleventy 3.1',
    folder,
    posts,
    build: ['npx', 'eleventy', '--input=src', '--output=dist', '--quiet'],
    pageOf: (file) => `/posts/${file.replace(/\.md$/, '')}/`,
    clean: () => removeAll(folder, ['dist', '.cache']),
  }
}

function install(name: string, dependencies: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), `bench-${name}-`))
  write(folder, {
    'package.json': JSON.stringify({ name: `bench-${name}`, private: true, type: 'module', dependencies }),
  })
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  return folder
}

function writePosts(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files))
    if (path.startsWith('posts/')) write(folder, { [path.slice('posts/'.length)]: text })
}

function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function removeAll(folder: string, paths: string[]): void {
  for (const path of paths) rmSync(join(folder, path), { recursive: true, force: true })
}
