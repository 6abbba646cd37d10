import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const map = readFileSync('ARCHITECTURE.md', 'utf8')

/** Written by a build, so a fresh clone does not have them. */
const GENERATED = /^(\.quire|\.contentlayer|\.next|\.e2e|public\/_quire|public\/(media|assets))\b/

describe('ARCHITECTURE.md', () => {
  const paths = [...map.matchAll(/`([\w.[\]@-]+\/[\w.[\]@/*{},-]*|[\w-]+\.(?:tsx?|mjs|js|json|md|yaml))`/g)]
    .map(([, path]) => String(path))
    .filter((path) => !GENERATED.test(path))

  test('names paths', () => expect(paths.length).toBeGreaterThan(20))

  test.each([...new Set(paths)])('names %s, which exists', (path) => {
    expect(exists(path)).toBe(true)
  })

  test('its map has a row for every directory, and no other', () => {
    const rows = [...map.matchAll(/^\| `([\w/-]+)\/` \|/gm)].map(([, directory]) => String(directory))
    expect(rows.sort()).toEqual(directories().sort())
  })
})

/** Every directory of code, except routes: those of `app` are named by their URLs. */
function directories(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => [`${folder}/${name}`, ...below(`${folder}/${name}`)])
  return [
    'app',
    'app/styles',
    'components',
    'content',
    'create',
    'lib',
    'tests',
    ...below('lib'),
    ...below('components'),
  ]
}

/** A pattern exists where the folder before its first `*` does. */
function exists(path: string): boolean {
  return existsSync(path.replace(/[^/]*\*.*$/, '') || '.')
}
