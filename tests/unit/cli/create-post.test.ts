import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPost } from '@/lib/cli/create-post'
import { stage } from '@/lib/staging/stage'

let dir: string
const now = new Date('2024-05-08T12:00:00Z')

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'quire-new-'))
})
afterEach(() => rm(dir, { recursive: true }))

describe('createPost', () => {
  test('writes a post that the build can read, dated in the author’s time zone', async () => {
    const title = 'He said: "C:\\temp" & #1 – ’s'
    const contentDir = join(dir, 'content')
    const { file } = await createPost(contentDir, title, { draft: false, now, timeZone: 'UTC' })
    expect(file).toBe(join(contentDir, 'posts', 'he-said-c-temp-1-s.md'))
    const { posts } = await stage({ projectDir: dir, contentDir })
    expect(posts).toMatchObject([{ title, date: '2024-05-08', draft: false }])
  })

  test('writes a draft on request', async () => {
    await createPost(dir, 'A', { draft: true, now, timeZone: 'UTC' })
    expect(await readFile(join(dir, 'posts/a.md'), 'utf8')).toBe(
      '---\ntitle: "A"\ndate: 2024-05-08\ndraft: true\n---\n\n',
    )
  })

  test.each(['the-tide.md', '2020-01-02-The Tide.markdown', 'the-tide'])(
    'never overwrites %s',
    async (name) => {
      const path = join(dir, 'posts', name)
      if (name.includes('.')) {
        await mkdir(join(dir, 'posts'))
        await writeFile(path, 'mine')
      } else {
        await mkdir(path, { recursive: true })
      }
      expect(await createPost(dir, 'The tide', { draft: false, now, timeZone: 'UTC' })).toEqual({
        outcome: 'exists',
        file: path,
        slug: 'the-tide',
      })
      if (name.includes('.')) expect(await readFile(path, 'utf8')).toBe('mine')
    },
  )

  test('dates a post in the site’s time zone', async () => {
    await createPost(dir, 'A', {
      draft: false,
      now: new Date('2024-05-08T23:30:00Z'),
      timeZone: 'Asia/Tokyo',
    })
    expect(await readFile(join(dir, 'posts/a.md'), 'utf8')).toContain('date: 2024-05-09\n')
  })

  test('asks for a title if no file name can be made of it', async () => {
    expect(await createPost(dir, '!!!', { draft: false, now, timeZone: 'UTC' })).toEqual({
      outcome: 'no-name',
    })
  })
})
