import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Overlay, startOverlay } from '../../../lib/dev/overlay-server'
import type { Problem } from '../../../lib/model/problem'

let project: string
let overlay: Overlay
const opened: unknown[][] = []

const warning: Problem = {
  severity: 'warning',
  rule: 'x/y',
  file: 'content/posts/a.md',
  line: 3,
  column: 2,
  message: 'It is <b>wrong</b>.',
  hint: 'Write it.',
}
const error: Problem = { ...warning, severity: 'error', file: 'content/posts/b.md' }

beforeEach(async () => {
  project = mkdtempSync(join(tmpdir(), 'quire-overlay-'))
  mkdirSync(join(project, '.quire'))
  const index = {
    site: { file: 'content/site.yaml' },
    pages: [],
    posts: [{ slug: 'a', file: 'content/posts/a.md' }],
  }
  writeFileSync(join(project, '.quire', 'index.json'), JSON.stringify(index))
  opened.length = 0
  overlay = await startOverlay(project, {
    problems: [warning, error],
    open: async (...args) => void opened.push(args),
  })
})
afterEach(() => {
  overlay.close()
  rmSync(project, { recursive: true })
})

test('sends a page its own problems and all errors, and updates when they change', async () => {
  const events = await listen('/posts/a')
  expect(await events()).toMatchObject([
    { file: 'content/posts/a.md', isHere: true },
    { file: 'content/posts/b.md', isHere: false },
  ])
  overlay.update([warning])
  expect(await events()).toHaveLength(1)
  overlay.update([])
  expect(await events()).toEqual([])
})

test('sends other pages only errors', async () => {
  const events = await listen('/tags')
  expect(await events()).toMatchObject([{ severity: 'error' }])
})

test('opens only files that have a problem', async () => {
  const open = (file: string) => fetch(at('/open', { file, line: '3', column: '2' }), { method: 'POST' })
  expect((await open('content/posts/a.md')).status).toBe(204)
  expect(opened).toEqual([[resolve(project, 'content/posts/a.md'), 3, 2]])
  expect((await open('../../etc/passwd')).status).toBe(404)
  expect(opened).toHaveLength(1)
})

test('rejects requests without the token or from another site', async () => {
  const bare = new URL(overlay.script)
  bare.search = ''
  expect((await fetch(bare)).status).toBe(403)
  expect((await fetch(overlay.script, { headers: { origin: 'https://evil.example' } })).status).toBe(403)
  const script = await fetch(overlay.script, { headers: { origin: 'http://localhost:3000' } })
  expect(script.status).toBe(200)
  expect(await script.text()).toContain('EventSource')
})

function at(path: string, query: Record<string, string>): URL {
  const url = new URL(path, overlay.script)
  url.search = new URLSearchParams({
    ...query,
    token: new URL(overlay.script).searchParams.get('token') ?? '',
  }).toString()
  return url
}

/** @returns a function that reads the next list of problems */
async function listen(path: string): Promise<() => Promise<Problem[]>> {
  const { body } = await fetch(at('/problems', { path }))
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  return async () => JSON.parse((await reader?.read())?.value?.replace(/^data: /, '') ?? '').problems
}
