import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const map = readFileSync('ARCHITECTURE.md', 'utf8')

/** Written by a build, so a fresh clone has none of them. */
const GENERATED = /^(\.quire|\.contentlayer|\.next|\.e2e|public\/(media|assets))\b/

describe('ARCHITECTURE.md', () => {
  const paths = [...map.matchAll(/`([\w.[\]@-]+\/[\w.[\]@/*{},-]*|[\w-]+\.(?:tsx?|mjs|js|json|md|yaml))`/g)]
    .map(([, path]) => String(path))
    .filter((path) => !GENERATED.test(path))

  it('names paths', () => expect(paths.length).toBeGreaterThan(20))

  it.each([...new Set(paths)])('names %s, which exists', (path) => {
    expect(exists(path)).toBe(true)
  })

  it.each(rooms())('names the room %s', (room) => {
    expect(map).toContain(`\`${room}/`)
  })
})

/** Every folder that holds code, but those whose names are addresses (`app/posts/[slug]`). */
function rooms(): string[] {
  const subfolders = (folder: string) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name).replaceAll('\\', '/'))
  return ['app', 'components', 'content', 'lib', 'tests', ...subfolders('lib'), ...subfolders('components')]
}

/** A pattern exists where the folder before its first `*` does. */
function exists(path: string): boolean {
  return existsSync(path.replace(/[^/]*\*.*$/, '') || '.')
}
