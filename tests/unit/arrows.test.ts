import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * The layers of the codebase, lowest first: a file imports from its own layer and from lower ones. Every file of
 * `lib`, `components` and `app` belongs to exactly one: the entry with the longest matching path.
 */
const LAYERS: readonly (readonly string[])[] = [
  [
    'lib/model',
    'lib/contained-file.ts',
    'lib/dates.ts',
    'lib/direction.ts',
    'lib/environment.js',
    'lib/visibility.ts',
    'lib/strings',
    'lib/strings/responses',
    'lib/workspace.ts',
    'lib/write-file.ts',
  ],
  ['lib/urls', 'lib/public-files.ts'],
  ['lib/dialects'],
  ['lib/staging'],
  ['lib/markdown'],
  ['lib/guarded-fetch', 'lib/serving'],
  ['lib/snapshots'],
  ['lib/references'],
  ['lib/enhance', 'lib/share-images'],
  ['lib/blog'],
  ['lib/responses'],
  ['lib/search'],
  ['lib/build', 'lib/compat', 'lib/check'],
  ['lib/import', 'lib/dev', 'lib/editors'],
  ['components'],
  ['lib/delivery'],
  ['lib/cli'],
  ['app'],
]

/**
 * What a layer may not import, regardless of the layers' order. Specifiers are as written, files are paths from the
 * root.
 */
const BANS: { files: RegExp; specifier?: RegExp; target?: RegExp; except?: RegExp; because: string }[] = [
  {
    files: /^lib\/(?:model|urls|dialects|staging|markdown)\//,
    specifier: /^(?:react|react-dom|next|contentlayer2?)(?:\/|$)/,
    because: 'staging and markdown know unified and plain data: no React, no Next, no generated documents',
  },
  {
    files:
      /^(?:contentlayer\.config\.ts|lib\/(?:model|urls|dialects|staging|markdown|snapshots|references)\/)/,
    specifier: /^@\//,
    because: 'the bundler of contentlayer.config.ts knows no aliases, so its imports are relative',
  },
  { files: /^lib\//, target: /^(?:app|components)\//, because: 'lib never imports app or components' },
  { files: /^(?:components|lib)\//, target: /^app\//, because: 'nothing imports app' },
  {
    files: /^components\//,
    target: /^lib\/blog\/(?:blog|create-blog|generated\/.*)\.ts$/,
    because: 'components take a Post or plain props and never query',
  },
  {
    files: /^(?:lib|app|components)\//,
    except: /^lib\/blog\//,
    target: /^(?:\.contentlayer|\.quire)\//,
    because: 'lib/blog is the only importer of generated data',
  },
  {
    files: /^(?:lib|app|components)\//,
    except: /^lib\/blog\//,
    specifier: /^contentlayer\/generated/,
    because: 'lib/blog is the only importer of generated documents',
  },
]

const files = ['lib', 'components', 'app'].flatMap(sourceFiles).concat('contentlayer.config.ts')

test.each(files.filter((file) => file !== 'contentlayer.config.ts'))('%s belongs to a layer', (file) => {
  expect(layerOf(file)).toBeDefined()
})

test('no file imports from a higher layer', () => {
  const broken = files
    .filter((file) => file !== 'contentlayer.config.ts')
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target && (layerOf(target) ?? -1) > (layerOf(file) ?? LAYERS.length))
        .map(({ target }) => `${file} imports ${target}`),
    )
  expect(broken).toEqual([])
})

describe.each(BANS)('$because', ({ files: from, specifier, target, except }) => {
  test('holds for every file', () => {
    const checked = files.filter((file) => from.test(file) && !except?.test(file))
    expect(checked.length).toBeGreaterThan(0)
    const broken = checked.flatMap((file) =>
      importsOf(file)
        .filter((found) => specifier?.test(found.specifier) || (found.target && target?.test(found.target)))
        .map((found) => `${file} imports ${found.specifier}`),
    )
    expect(broken).toEqual([])
  })
})

test('no directory of lib directly contains more than 22 files, except the list of dialects', () => {
  const counts = new Map<string, number>()
  for (const file of files.filter((each) => each.startsWith('lib/') && dirname(each) !== 'lib/dialects'))
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
  expect([...counts].filter(([, count]) => count > 22).map(([directory]) => directory)).toEqual([])
})

test.each([
  ["import { a } from '../x'", '../x'],
  ["import type { A } from '@/lib/x'", '@/lib/x'],
  ["export { a } from './x'", './x'],
  ["import './x.css'", './x.css'],
  ["const a = await import('./x')", './x'],
  ["const a = import.meta.glob<A>('./x/*.json', {})", './x/*.json'],
  ["const a = import.meta.glob<A>(\n  ['./x/*.json', '!./x/y.json'],\n)", './x/*.json'],
  ["const a = require('./x')", './x'],
])('%j is read as an import of %s', (text, specifier) => {
  expect(specifiersOf(text)).toContain(specifier)
})

/** The height of the longest entry of LAYERS that is the file or one of its folders. */
function layerOf(file: string): number | undefined {
  const entries = LAYERS.flatMap((entry, height) => entry.map((path) => ({ path, height })))
  return entries
    .filter(({ path }) => file === path || file.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]?.height
}

function importsOf(file: string): { specifier: string; target?: string }[] {
  return specifiersOf(readFileSync(file, 'utf8')).map((specifier) => ({
    specifier,
    target: resolveSpecifier(file, specifier),
  }))
}

function specifiersOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const statements = [...code.matchAll(/^(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]/gm)]
  const calls = [...code.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]/g)]
  const globs = [...code.matchAll(/import\.meta\.glob(?:<[^(]*>)?\(([^)]*)/g)].flatMap(([, list]) => [
    ...(list ?? '').matchAll(/['"]([^'"]+)['"]/g),
  ])
  return [...statements, ...calls, ...globs]
    .map(([, name]) => String(name))
    .filter((name) => !/^!/.test(name))
}

/** The path from the root that a specifier of ours names; undefined for a package. */
function resolveSpecifier(file: string, specifier: string): string | undefined {
  const path = specifier.startsWith('@/')
    ? specifier.slice(2)
    : /^\.\.?\//.test(specifier)
      ? join(dirname(file), specifier)
      : undefined
  if (path === undefined) return undefined
  const plain = normalize(path).replaceAll('\\', '/')
  const found = [plain, `${plain}.ts`, `${plain}.tsx`].find(
    (each) => existsSync(each) && statSync(each).isFile(),
  )
  return found ?? plain
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:tsx?|js)$/.test(path))
    .map((path) => join(folder, path).replaceAll('\\', '/'))
}
