import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ContentBuild } from '@/lib/build/content-build'
import { prepare } from '@/lib/build/generate'
import { KeptPages } from '@/lib/delivery/kept-pages/kept-pages'

let project: string
let distDir: string

beforeAll(async () => {
  mkdirSync(join(process.cwd(), '.quire'), { recursive: true })
  // Below the project, so that the worker finds its packages.
  project = mkdtempSync(join(process.cwd(), '.quire', 'kept-pages-test-'))
  distDir = join(project, '.next')
  vi.stubEnv('CONTENT_DIR', join(project, 'words'))
  for (const slug of ['one', 'über', 'three', 'four'])
    write(`words/posts/${slug}.md`, `---\ntitle: ${slug}\n---\n${slug}\n`)
  await prepare(project)
  const build = await ContentBuild.open(project, { publishes: true })
  await build.run()
  await build.close()
}, 120_000)

afterAll(() => {
  rmSync(project, { recursive: true, force: true })
  vi.unstubAllEnvs()
})

const ROUTES = ['/posts/four', '/posts/one', '/posts/three', '/posts/%C3%BCber']

test('the next build restores pages byte for byte, with their manifest entries', async () => {
  const first = await KeptPages.open(project, distDir, 'code')
  expect(first.size).toBe(0)
  buildAsNext(ROUTES)
  const whole = readBuild()
  await first.finish(new Set(), join(project, 'none'))

  const second = await KeptPages.open(project, distDir, 'code')
  // Next requires at least one page of a route.
  expect(second.size).toBe(3)
  const kept: string[] = JSON.parse(readFileSync(join(project, '.quire', 'kept-pages.json'), 'utf8'))
  buildAsNext(ROUTES.filter((route) => !kept.includes(route)))
  expect(second.fits()).toBe(true)
  await second.finish(new Set(), join(project, 'none'))
  expect(readBuild()).toEqual(whole)
})

test('a page that keeps the runtime is rendered again', async () => {
  const first = await KeptPages.open(project, distDir, 'code with a client component')
  buildAsNext(ROUTES)
  await first.finish(new Set(['/posts/one']), join(project, 'none'))
  await KeptPages.open(project, distDir, 'code with a client component')
  expect(readFileSync(join(project, '.quire', 'kept-pages.json'), 'utf8')).not.toContain('one')
})

test('a page that loads files of an earlier build is not restored', async () => {
  const first = await KeptPages.open(project, distDir, 'code')
  buildAsNext(ROUTES)
  await first.finish(new Set(), join(project, 'none'))
  const second = await KeptPages.open(project, distDir, 'code')
  rmSync(join(distDir, 'static'), { recursive: true })
  expect(second.fits()).toBe(false)
  second.forget()
  expect(second.size).toBe(0)
})

test('changed code finds no stored pages, and deletes the old ones', async () => {
  const first = await KeptPages.open(project, distDir, 'code')
  buildAsNext(ROUTES)
  await first.finish(new Set(), join(project, 'none'))
  const other = await KeptPages.open(project, distDir, 'other code')
  expect(other.size).toBe(0)
  buildAsNext(ROUTES)
  await other.finish(new Set(), join(project, 'none'))
  expect((await KeptPages.open(project, distDir, 'code')).size).toBe(0)
})

/** What Next leaves after it has rendered these routes: HTML, flight data, headers, and their entries. */
function buildAsNext(routes: string[]): void {
  rmSync(join(distDir, 'server'), { recursive: true, force: true })
  write('.next/static/chunks/a.css', 'p{}')
  for (const route of routes) {
    const base = `.next/server/app${decodeURIComponent(route)}`
    write(`${base}.html`, `<link href="/_next/static/chunks/a.css"><p>${route}</p>`)
    write(`${base}.rsc`, `flight ${route}`)
    write(`${base}.meta`, `{"headers":{"x-next-cache-tags":"${route}"}}`)
  }
  const entries = routes.map((route) => [
    route,
    { initialRevalidateSeconds: false, dataRoute: `${route}.rsc` },
  ])
  write('.next/prerender-manifest.json', JSON.stringify({ version: 4, routes: Object.fromEntries(entries) }))
}

function readBuild() {
  const files = ROUTES.flatMap((route) =>
    ['.html', '.rsc', '.meta'].map((end) =>
      join(distDir, 'server/app', `${decodeURIComponent(route)}${end}`),
    ),
  )
  return {
    files: files.map((file) => [file, existsSync(file) && readFileSync(file, 'utf8')]),
    manifest: JSON.parse(readFileSync(join(distDir, 'prerender-manifest.json'), 'utf8')),
  }
}

function write(path: string, text: string): void {
  mkdirSync(join(project, path, '..'), { recursive: true })
  writeFileSync(join(project, path), text)
}
