import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { deliver } from '@/lib/delivery/deliver'
import { formatReport } from '@/lib/delivery/report'

// The shape of Next's output; the real output is read by tests/e2e/delivery.spec.ts.
describe('deliver', () => {
  test('removes the runtime from pages that need no client module', async () => {
    const build = makeBuild({ '/': page('text', ROUTER, BOUNDARY), '/b/c': page('more', ROUTER) })
    const report = await run(build)
    expect(read(build, '/')).toContain('<body><p>text</p></body>')
    expect(report.pages.map(({ route, keptFor }) => [route, keptFor])).toEqual([
      ['/', []],
      ['/b/c', []],
    ])
    expect(formatReport(report)).toContain('2 pages, 2 without framework JavaScript, 0 with it')
  })

  test('keeps the runtime of a page that uses a client component, and reports why', async () => {
    const build = makeBuild({ '/': page('text', ROUTER, COUNTER, LINK) })
    const report = await run(build)
    expect(read(build, '/')).toContain('self.__next_f.push')
    expect(formatReport(report)).toContain(
      '/ keeps it for app/counter.tsx, node_modules/next/dist/client/app-dir/link.js',
    )
  })

  test('mistakes no other error.tsx for an error boundary of the router', async () => {
    const build = makeBuild({ '/': page('text', ROUTER, NAMESAKE) })
    expect((await run(build)).pages[0]?.keptFor).toEqual(['components/app/error.tsx'])
  })

  test('does not change pages that Next renders again', async () => {
    const build = makeBuild({ '/': page('text', ROUTER) }, { '/': { initialRevalidateSeconds: 60 } })
    expect((await run(build)).pages).toEqual([])
    expect(read(build, '/')).toContain('self.__next_f.push')
  })

  test('changes nothing if one page cannot be parsed, and names it', async () => {
    const build = makeBuild({ '/': page('text', ROUTER), '/odd': page('odd', 'unheard of') })
    await expect(run(build)).rejects.toThrow(/\/odd .*client module unheard of/s)
    expect(read(build, '/')).toContain('self.__next_f.push')
  })

  test('delivers many pages in threads, all or none', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 410 }, (_, at) => [`/p${at}`, page(`text ${at}`, ROUTER)]),
    )
    const build = makeBuild(many)
    const { pages } = await run(build)
    expect(pages.map(({ route }) => route)).toEqual(Object.keys(many).toSorted())
    expect(read(build, '/p77')).toContain('<body><p>text 77</p></body>')
    const broken = makeBuild({ ...many, '/odd': page('odd', 'unheard of') })
    await expect(run(broken)).rejects.toThrow(/\/odd .*client module unheard of/s)
    expect(read(broken, '/p77')).toContain('self.__next_f.push')
    const files = readdirSync(path.join(broken, 'server/app'))
    expect(files.filter((file) => !file.endsWith('.html') && file !== 'posts')).toEqual([])
  }, 120_000)

  test('rejects flight data that a parser does not find in scripts', async () => {
    const [flight] = /<script>.*<\/script>/.exec(page('', ROUTER)) ?? []
    const html = `<html><head></head><body><p>text</p><textarea>${flight}${flight}</body></html>`
    const build = makeBuild({ '/': page('text', ROUTER), '/b': html })
    await expect(run(build)).rejects.toThrow(/\/b .*not parsed as/s)
  })

  test('rejects a second run, because its input is gone', async () => {
    const build = makeBuild({ '/': page('text', ROUTER) })
    await run(build)
    await expect(run(build)).rejects.toThrow('no flight data')
  })

  test.each([
    '<script>document.title=1</script>',
    '<script src="https://count.example/a.js"></script>',
    '<script src="/media/a.js"></script>',
    '<script type="module">1</script>',
    '<script type="text/ecmascript">1</script>',
    '<script type="importmap">{}</script>',
    '<svg><script>1</script></svg>',
    '<svg><script href="/a.js"/></svg>',
    '<template><script>1</script></template>',
    '<noscript><p title="</noscript><script>1</script>"></noscript>',
    '<script>self.__next_f.push(alert(1))</script>',
    '<script>$RC("B:0",alert(1))</script>',
  ])('rejects a page with a foreign script, names it, and changes nothing: %s', async (script) => {
    for (const modules of [[ROUTER], [ROUTER, COUNTER]]) {
      const build = makeBuild({ '/': page('text', ROUTER), '/b': page(script, ...modules) })
      await expect(run(build)).rejects.toThrow(/\/b .*(?:script|noscript|know)/s)
      expect(read(build, '/')).toContain('self.__next_f.push')
    }
  })

  test('accepts our own scripts, data blocks, and a script from a host that site.yaml allows', async () => {
    const scripts =
      '<script>own()</script><script src="/_quire/own.js"></script><script src="https://count.example/a.js"></script>' +
      '<script type="application/ld+json">{"a":"</p>"}</script>'
    const build = makeBuild({ '/': page(scripts, ROUTER) })
    await run(build, ['count.example'])
    const policy = /script-src ([^;]*)/.exec(read(build, '/'))?.[1]
    expect(policy).toBe(
      `'self' 'sha256-${createHash('sha256').update('own()').digest('base64')}' https://count.example`,
    )
  })

  test('recognizes the scripts that React writes into a page that keeps the runtime', async () => {
    const react = require.resolve('next/dist/compiled/react-dom/cjs/react-dom-server.node.production.js')
    const swap = /'(\$RS=[^'\\]*\$RS\(")'/.exec(readFileSync(react, 'utf8'))?.[1]
    const scripts = `<script>${swap}S:1","P:1")</script><script>requestAnimationFrame(function(){$RT=performance.now()});</script>`
    const build = makeBuild({ '/': page(scripts, ROUTER, COUNTER) })
    await run(build)
    expect(read(build, '/').match(/'sha256-/g)).toHaveLength(3)
  })
})

const require = createRequire(import.meta.url)

const ROUTER = '1'
const BOUNDARY = '2'
const COUNTER = '3'
const LINK = '4'
const NAMESAKE = '5'

const MODULES = {
  '[project]/node_modules/next/dist/esm/client/components/layout-router.js': { id: 1 },
  '[project]/site/app/posts/error.tsx': { id: 2 },
  '[project]/site/app/counter.tsx': { id: 3 },
  '[project]/node_modules/next/dist/client/app-dir/link.js': { id: 4 },
  '[project]/site/components/app/error.tsx': { id: 5 },
}

function page(body: string, ...modules: string[]): string {
  const flight = modules.map((id, row) => `${row + 1}:I[${JSON.stringify(id)},[],"default"]\n`).join('')
  return (
    `<html><head></head><body><p>${body}</p>` +
    `<script>self.__next_f.push(${JSON.stringify([1, flight])})</script></body></html>`
  )
}

function makeBuild(pages: Record<string, string>, routes: Record<string, object> = {}): string {
  const distDir = mkdtempSync(path.join(tmpdir(), 'deliver-'))
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(distDir, file)), { recursive: true })
    writeFileSync(path.join(distDir, file), text)
  }
  for (const [route, html] of Object.entries(pages)) write(fileOf(route), html)
  const manifest = Object.keys(pages).map((route) => [
    route,
    { compute: 'static', initialRevalidateSeconds: false, ...routes[route] },
  ])
  write('prerender-manifest.json', JSON.stringify({ routes: Object.fromEntries(manifest) }))
  write('required-server-files.json', JSON.stringify({ relativeAppDir: 'site' }))
  write(
    'server/app/posts/[slug]/page_client-reference-manifest.js',
    'globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\n' +
      `globalThis.__RSC_MANIFEST["/posts/[slug]/page"] = ${JSON.stringify({ clientModules: MODULES })};\n`,
  )
  return distDir
}

function fileOf(route: string): string {
  return `server/app${route === '/' ? '/index' : route}.html`
}

function read(build: string, route: string): string {
  return readFileSync(path.join(build, fileOf(route)), 'utf8')
}

function run(distDir: string, scripts: string[] = []) {
  return deliver({
    projectDir: process.cwd(),
    distDir,
    publicDir: distDir,
    allow: { scripts, frames: [], images: [], connect: [] },
    own: { inline: new Set(['own()']), urls: new Set(['/_quire/own.js']) },
  })
}
