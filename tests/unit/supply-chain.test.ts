import { readdirSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ALL_FACES } from '@/lib/share-images/faces'

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  scripts: Record<string, string>
}

interface Locked {
  version?: string
  license?: string
  hasInstallScript?: boolean
  optional?: boolean
  resolved?: string
  link?: boolean
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const declared = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)])

test('every import is declared in package.json', () => {
  const undeclared = sources().flatMap((file) =>
    importsOf(readFileSync(file, 'utf8'))
      .filter((name) => !declared.has(name))
      .map((name) => `${file}: ${name}`),
  )
  expect(undeclared).toEqual([])
})

test('every declared package is used', () => {
  const used = new Set(sources().flatMap((file) => namesIn(readFileSync(file, 'utf8'))))
  for (const name of [
    'next.config.js',
    'contentlayer.config.ts',
    'postcss.config.mjs',
    'vitest.config.ts',
    'playwright.config.ts',
  ])
    for (const found of namesIn(readFileSync(name, 'utf8'))) used.add(found)
  // Fonts are files that nothing imports.
  for (const { package: name } of ALL_FACES) used.add(`@fontsource-variable/${name}`)
  const unused = [...declared].filter(
    (name) => !used.has(name) && !UNIMPORTED.has(name) && !isTypesOf(name, used),
  )
  expect(unused).toEqual([])
})

test('packages that the site needs at run time are not devDependencies', () => {
  const wrong = sources()
    .filter((file) => /^(?:app|components|lib)\//.test(file))
    .flatMap((file) =>
      importsOf(readFileSync(file, 'utf8'), 'values')
        .filter((name) => !Object.hasOwn(manifest.dependencies, name))
        .map((name) => `${file}: ${name}`),
    )
  expect(wrong).toEqual([])
})

test('every version is exact', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies }
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual(
    [],
  )
})

test('no package needs an install script', () => {
  const scripts = Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
  // Their scripts check a version, or a binary from an optional package; nothing is downloaded or compiled.
  const harmless = new Set([
    'esbuild',
    'sharp',
    'fsevents',
    'unrs-resolver',
    '@parcel/watcher',
    'contentlayer2',
    'protobufjs',
  ])
  expect(scripts.filter((name) => !harmless.has(name))).toEqual([])
})

test('the lockfile names no host of a registry', () => {
  expect(Object.entries(lock.packages).filter(([, { resolved, link }]) => resolved && !link)).toEqual([])
})

test('every licence is known', () => {
  const unknown = Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .filter(([path]) => !READ_BY_HAND.has(path.replace(/^.*node_modules\/(?=@|[^@])/, '')))
    .filter(
      ([, { license = 'none' }]) =>
        !license
          .split(/ OR | AND |[()]/)
          .filter(Boolean)
          .some((name) => LICENCES.has(name)),
    )
    .map(([path, { license }]) => `${path.replace(/^.*node_modules\//, '')}: ${license}`)
  expect([...new Set(unknown)]).toEqual([])
})

/** Packages that nothing imports, and who needs them. */
const UNIMPORTED = new Map([
  ['@biomejs/biome', 'a command of `npm test`'],
  ['@types/node', 'types of Node'],
  ['vite', 'Vitest runs on it, and takes any version without this line'],
])

/** Every package that a file names in quotes: imports, options that name plugins, and style sheets. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/['"](@[\w.-]+\/[\w.-]+|[a-z][\w.-]*)(?:\/[^'"]*)?['"]/g)].map(
    ([, name = '']) => name,
  )
}

/** `@types/pg` is used where `pg` is. */
function isTypesOf(name: string, used: ReadonlySet<string>): boolean {
  return name.startsWith('@types/') && used.has(name.slice('@types/'.length))
}

/** Packages whose manifest has no licence, or one only for tests: the licence in their files. */
const READ_BY_HAND = new Map([
  ['@contentlayer2/source-remote-files', 'MIT, as the repository it is released from'],
  ['format', 'MIT, in its manifest of the old form'],
  ['parse-cache-control', 'BSD-3-Clause, in its LICENSE'],
  ['commonmark-spec', 'CC-BY-SA-4.0: examples that a test reads; nothing of it is published'],
])

/** Licences that allow everybody to publish a site with the package. LGPL: libvips, which sharp links unchanged. */
const LICENCES = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'CC-BY-4.0',
    'Unlicense',
    'OFL-1.1',
  ],
  ...['Python-2.0', 'MPL-2.0', 'LGPL-3.0-or-later', 'WTFPL', 'Zlib', 'EPL-2.0'],
])

const own = new Set(['contentlayer', 'vitest', 'next', 'react', 'react-dom'])

function importsOf(text: string, kind: 'all' | 'values' = 'all'): string[] {
  const statements = [
    ...text.matchAll(/^(?:import|export)\s(type\s)?(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]/gm),
  ]
    .filter(([, type]) => kind === 'all' || !type)
    .map(([, , name = '']) => name)
  const calls = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map(([, name = '']) => name)
  return [...statements, ...calls]
    .filter((name) => /^[@a-z]/.test(name) && !name.startsWith('@/') && !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
    .filter((name) => !builtinModules.includes(name) && name !== 'contentlayer' && !isTypeOnly(name))
}

/** Types of syntax trees come from `@types/…`. */
function isTypeOnly(name: string): boolean {
  return declared.has(`@types/${name}`) && !own.has(name)
}

function sources(): string[] {
  return ['app', 'components', 'lib', 'tests', 'create']
    .flatMap((folder) => {
      try {
        return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))
      } catch {
        return []
      }
    })
    .filter(
      (path) =>
        /\.(?:tsx?|m?js|css)$/.test(path) &&
        // `app/feed.css` is a folder.
        statSync(path).isFile() &&
        !/node_modules|\.next|fixtures|\/sites\/|bench\/peers\.ts$/.test(path),
    )
}
