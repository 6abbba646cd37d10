/** Every request whose URL comes from content or from other people goes through `lib/guarded-fetch`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const GUARD = 'lib/guarded-fetch/guarded-fetch.ts'

/** Files that use the network without the guard, and why they may. */
const OPEN: Record<string, string> = {
  'app/api/publish/route.ts': 'asks the deploy hook that the owner names in the environment',
  'lib/dev/overlay-server.ts': 'answers the page of the author on the loopback',
  'lib/dev/overlay-client.ts': 'runs in the browser of the author',
  'lib/enhance/responses.ts': 'runs in browsers',
  'lib/search/dialog/index-client.ts': 'runs in browsers',
  'lib/responses/admin/browser.ts': 'runs in browsers',
  'lib/responses/comments/solve-work.ts': 'runs in browsers',
  'lib/search/dialog/nearest.ts': 'runs in browsers',
  'lib/search/dialog/server-search.ts': 'runs in browsers',
}

const sources = ['app', 'components', 'lib', 'create']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => /\.(?:tsx?|m?js)$/.test(path) && !path.endsWith('.d.ts'))
const texts = new Map(sources.map((path) => [path, readFileSync(path, 'utf8')]))

test('no other file sends or accepts requests', () => {
  const found = sources.filter(
    (path) =>
      !path.startsWith('lib/guarded-fetch/') &&
      USES_NETWORK.test((texts.get(path) ?? '').replaceAll(/^import type .*$/gm, '')),
  )
  expect(found.sort()).toEqual(Object.keys(OPEN).sort())
})

describe('requests to other sites go through the guarded client', () => {
  test.each([
    'lib/check/external-links.ts',
    'lib/snapshots/http.ts',
    'lib/snapshots/run.ts',
    'lib/import/run-import.ts',
    'lib/import/pictures.ts',
    'lib/responses/mentions/mentions.ts',
    'lib/responses/mentions/send-mention.ts',
    'lib/build/fetch-embeds.ts',
  ])('%s', (path) => {
    expect(reach(path).has(GUARD)).toBe(true)
  })
})

const USES_NETWORK =
  /(?<![.\w]|async )fetch\(|new (?:XMLHttpRequest|WebSocket|EventSource)\(|from '(?:node:)?(?:https?|http2|net|tls|dgram|undici|axios|got|node-fetch)'/

/** Every module of the project that a module imports, including itself, types and dynamic imports. */
function reach(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const [, name = ''] of (texts.get(path) ?? '').matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
    const file = resolveModule(name, path)
    if (file) reach(file, seen)
  }
  return seen
}

function resolveModule(name: string, from: string): string | undefined {
  if (!name.startsWith('.') && !name.startsWith('@/')) return undefined
  const base = name.startsWith('@/') ? resolve(name.slice(2)) : resolve(dirname(from), name)
  const file = ['', '.ts', '.tsx', '.js'].map((ending) => base + ending).find((each) => existsSync(each))
  return file && relative('.', file)
}
