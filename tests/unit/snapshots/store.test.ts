import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { snapshotName } from '../../../lib/snapshots/names'
import type { Outcome } from '../../../lib/snapshots/outcome'
import { loadSnapshot, pruneSnapshots, saveSnapshot } from '../../../lib/snapshots/store'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quire-store-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const target = { provider: 'tweet', id: '1', url: 'https://x.com/ada/status/1' }
const gone: Outcome = { outcome: 'gone', reason: 'Deleted.' }
const unavailable: Outcome = { outcome: 'unavailable', reason: 'No answer.' }

describe('ids that differ in case only', () => {
  const [first, second] = ['dQw4w9WgXcQ', 'dqw4W9wgxcq'].map((id) => ({ ...target, provider: 'youtube', id }))
  if (!first || !second) throw new Error('two targets')

  test('have files of their own on file systems that ignore case', async () => {
    const names = [first, second].map(({ provider, id }) => snapshotName(provider, id).toLowerCase())
    expect(new Set(names).size).toBe(2)
    await saveSnapshot(folder, first, tweet('First'))
    await saveSnapshot(folder, second, tweet('Second'))
    expect(new Set(readdirSync(folder).map((file) => file.toLowerCase())).size).toBe(2)
    for (const [{ id }, text] of [
      [first, 'First'],
      [second, 'Second'],
    ] as const)
      expect(JSON.stringify(loadSnapshot(folder, 'youtube', id))).toContain(text)
  })

  test('find a snapshot under its former name, which only its own id has', async () => {
    await saveSnapshot(folder, first, tweet('First'))
    const [written = ''] = readdirSync(folder)
    renameSync(join(folder, written), join(folder, `youtube-${first.id}.json`))
    expect(loadSnapshot(folder, 'youtube', first.id)).toMatchObject({ state: 'kept' })
    // What macOS finds under the other id's former name.
    copyFileSync(join(folder, `youtube-${first.id}.json`), join(folder, `youtube-${second.id}.json`))
    expect(loadSnapshot(folder, 'youtube', second.id)).toMatchObject({ state: 'missing' })
    rmSync(join(folder, `youtube-${second.id}.json`))
    await saveSnapshot(folder, first, tweet('Again'))
    expect(readdirSync(folder)).toEqual([`youtube-${first.id}.json`])
    expect(await pruneSnapshots(folder, [first])).toEqual([])
    expect(await pruneSnapshots(folder, [])).toEqual([`youtube-${first.id}.json`])
  })
})

describe('keeping snapshots', () => {
  test('reads what it wrote, with the files next to it', async () => {
    expect(await saveSnapshot(folder, target, tweet('Hello', ['tweet-1-avatar.webp']))).toBe('written')
    const loaded = loadSnapshot(folder, 'tweet', '1')
    expect(loaded).toMatchObject({ state: 'kept', snapshot: { outcome: 'data', id: '1' } })
    expect(readdirSync(folder).sort()).toEqual(['tweet-1-avatar.webp', 'tweet-1.json'])
  })

  test.each([
    ['gone', gone],
    ['unavailable', unavailable],
  ])('keeps a valid snapshot when the response is %s', async (_, outcome) => {
    await saveSnapshot(folder, target, tweet('Hello'))
    const before = readFileSync(join(folder, 'tweet-1.json'))
    expect(await saveSnapshot(folder, target, outcome)).toBe('kept')
    expect(readFileSync(join(folder, 'tweet-1.json'))).toEqual(before)
  })

  test('stores that something is gone, and replaces that by data', async () => {
    await saveSnapshot(folder, target, gone)
    expect(loadSnapshot(folder, 'tweet', '1')).toMatchObject({
      snapshot: { outcome: 'gone', reason: 'Deleted.' },
    })
    await saveSnapshot(folder, target, tweet('Hello'))
    expect(loadSnapshot(folder, 'tweet', '1')).toMatchObject({ snapshot: { outcome: 'data' } })
  })

  test('stores nothing without a response', async () => {
    expect(await saveSnapshot(folder, target, unavailable)).toBe('nothing')
    expect(readdirSync(folder)).toEqual([])
  })

  test('removes the file of a photo that a newer snapshot does not have', async () => {
    await saveSnapshot(folder, target, tweet('Hello', ['tweet-1-avatar.webp']))
    await saveSnapshot(folder, target, tweet('Hello'))
    expect(existsSync(join(folder, 'tweet-1-avatar.webp'))).toBe(false)
  })

  test('does not treat an unreadable file as missing: only data replaces it', async () => {
    writeFileSync(join(folder, 'tweet-1.json'), '{ half an edit')
    expect(await saveSnapshot(folder, target, gone)).toBe('kept')
    expect(readFileSync(join(folder, 'tweet-1.json'), 'utf8')).toBe('{ half an edit')
  })
})

describe('a snapshot that somebody edited', () => {
  test.each([
    ['broken JSON', (text: string) => text.slice(1), /JSON/],
    [
      'a javascript: address',
      (text: string) => text.replace('https://x.com/ada"', 'javascript:alert(1)"'),
      /http/,
    ],
    ['100 KB of text', (text: string) => text.replace('Hello', 'x'.repeat(100_000)), /text/],
    ['another id', (text: string) => text.replace('"id": "1"', '"id": "2"'), /snapshot of tweet 2/],
    [
      'a file from another folder',
      (text: string) => text.replace('tweet-1-avatar.webp', '../x.webp'),
      /file name/,
    ],
    ['a file that is not there', (text: string) => text.replace('tweet-1-avatar.webp', 'y.webp'), /y\.webp/],
    ['a shape of another time', (text: string) => text.replace('"version": 1', '"version": 2'), /version/],
  ])('is not shown if it contains %s', async (_, edit, reason) => {
    await saveSnapshot(folder, target, tweet('Hello', ['tweet-1-avatar.webp']))
    const path = join(folder, 'tweet-1.json')
    writeFileSync(path, edit(readFileSync(path, 'utf8')))
    expect(loadSnapshot(folder, 'tweet', '1')).toMatchObject({
      state: 'invalid',
      reason: expect.stringMatching(reason),
    })
  })
})

function tweet(text: string, files: string[] = []): Outcome {
  const [avatar] = files
  return {
    outcome: 'data',
    content: {
      kind: 'tweet',
      tweet: {
        id: '1',
        url: 'https://x.com/ada/status/1',
        author: {
          name: 'Ada',
          handle: 'ada',
          url: 'https://x.com/ada',
          ...(avatar && { avatar: { src: avatar, width: 96, height: 96, alt: '' } }),
        },
        text: [{ text }],
        media: [],
      },
    },
    media: new Map(files.map((file) => [file, Buffer.from('x')])),
  }
}
