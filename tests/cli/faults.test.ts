/** What goes wrong around a command: killed, twice at once, out of space, caches damaged, files half written. The next run is right. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readContent } from '../../lib/staging/read-content'
import { workspace } from '../../lib/workspace'
import { CONTENT_DIR, copyProject } from '../e2e/copy-project'
import { makeProject, runCommand } from './run-command'

const PATIENCE = 5 * 60_000

const FILES: Record<string, string> = {
  'site.yaml': 'title: Lock\nurl: https://lock.example\nauthor: Mira\n',
  'pages/about.md': '---\ntitle: About\n---\nMira.\n',
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `posts/2024-01-${String(index + 1).padStart(2, '0')}-post-${index}.md`,
      `---\ntitle: Post ${index}\n---\nText ${index} with $x^${index}$ and [next](/posts/post-${(index + 1) % 12}).\n\n\`\`\`js\nconst a = ${index}\n\`\`\`\n`,
    ]),
  ),
}

describe('npm run generate', () => {
  test(
    'gives the right result after runs that were killed at any moment, and damages no file of the author',
    async () => {
      const expected = await generateWhole()
      const folder = copyProject('faults-killed', FILES)
      for (const moment of ['.quire/content', '.quire/index.json', '.quire/public']) {
        rmSync(join(folder, '.quire'), { recursive: true, force: true })
        await runCommand('generate', [], {
          cwd: folder,
          env: { CONTENT_DIR },
          onStart: (child) => {
            const timer = setInterval(() => {
              if (existsSync(join(folder, moment))) child.kill('SIGKILL')
            }, 5)
            child.on('close', () => clearInterval(timer))
          },
        })
      }
      expect(await generateAgain(folder)).toEqual(expected)
      expectUntouched(folder)
    },
    PATIENCE,
  )

  test(
    'gives the right result when two run at once',
    async () => {
      const expected = await generateWhole()
      const folder = copyProject('faults-twice', FILES)
      const runs = await Promise.all(
        [1, 2].map(() => runCommand('generate', [], { cwd: folder, env: { CONTENT_DIR } })),
      )
      for (const { code, stderr } of runs) expect(code, stderr).toBe(0)
      expect(resultOf(folder)).toEqual(expected)
    },
    PATIENCE,
  )

  test(
    'gives the right result when every cache contains garbage',
    async () => {
      const expected = await generateWhole()
      const folder = copyProject('faults-corrupt', FILES)
      await generateAgain(folder)
      const garbage = ['', '{', 'null', '[]', '{"html":1}', '\u0000\u0001', '{"rendered":null}']
      let damaged = 0
      for (const cache of ['.quire', '.next/cache', '.contentlayer/.cache'])
        for (const file of filesBelow(join(folder, cache)))
          writeFileSync(file, garbage[damaged++ % garbage.length] ?? '')
      expect(damaged).toBeGreaterThan(20)
      expect(await generateAgain(folder)).toEqual(expected)
      expectUntouched(folder)
    },
    PATIENCE,
  )

  test(
    'detects a change that kept time and size of a file, and one dated in the future',
    async () => {
      const folder = copyProject('faults-clock', FILES)
      await generateAgain(folder)
      const post = join(folder, CONTENT_DIR, 'posts', '2024-01-01-post-0.md')
      const { atime, mtime } = statSync(post)
      writeFileSync(post, (FILES['posts/2024-01-01-post-0.md'] ?? '').replace('Text 0', 'Tide 0'))
      utimesSync(post, atime, mtime)
      const other = join(folder, CONTENT_DIR, 'posts', '2024-01-02-post-1.md')
      writeFileSync(other, (FILES['posts/2024-01-02-post-1.md'] ?? '').replace('Text 1', 'Gate 1'))
      utimesSync(other, new Date('2099-01-01'), new Date('2099-01-01'))
      const { index } = await generateAgain(folder)
      expect(index).toContain('Tide 0')
      expect(index).toContain('Gate 1')
    },
    PATIENCE,
  )

  test(
    'gives the same result in every time zone',
    async () => {
      const folder = copyProject('faults-zone', FILES)
      const results = []
      for (const TZ of ['Pacific/Kiritimati', 'Pacific/Niue']) {
        rmSync(join(folder, '.quire'), { recursive: true, force: true })
        results.push(await generateAgain(folder, { TZ }))
      }
      expect(results[0]).toEqual(results[1])
    },
    PATIENCE,
  )
})

test('a half-written post publishes nothing that its author hides', async () => {
  const written = '---\ntitle: Tide\ntags: [a, b]\ndraft: true\n---\n\nsecretword in the text\n'
  const project = await makeProject(
    Object.fromEntries(
      Array.from({ length: written.length }, (_, length) => [
        `content/posts/p${length}.md`,
        written.slice(0, length),
      ]),
    ),
  )
  const { posts } = await readContent({ projectDir: project, contentDir: 'content' })
  const shown = posts.filter(({ staged }) => !staged.draft)
  expect(posts.length).toBeGreaterThan(40)
  expect(shown.filter(({ read }) => read.body.includes('secretword'))).toEqual([])
})

describe('a disk without space', () => {
  const canMount = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0

  test.skipIf(!canMount)(
    'leaves no half-written post and damages no file of the author',
    async (context) => {
      const project = await makeProject()
      const content = join(project, 'content')
      mkdirSync(content)
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', content]).status !== 0) context.skip()
      try {
        mkdirSync(join(content, 'posts'))
        writeFileSync(join(content, 'posts', 'mine.md'), '---\ntitle: Mine\n---\nText.\n')
        fill(join(content, 'filler'))
        const { code, stderr } = await runCommand('new', ['A new post'], { cwd: project })
        expect(code).toBe(1)
        expect(stderr).toMatch(/ENOSPC|space/)
        expect(readdirSync(join(content, 'posts'))).toEqual(['mine.md'])
        expect(readFileSync(join(content, 'posts', 'mine.md'), 'utf8')).toContain('Text.')
        rmSync(join(content, 'filler'))
        expect((await runCommand('new', ['A new post'], { cwd: project })).code).toBe(0)
      } finally {
        spawnSync('umount', [content])
      }
    },
    PATIENCE,
  )

  test.skipIf(!canMount)(
    'and a folder that cannot be written stop a run with one line, and the next run succeeds',
    async (context) => {
      const expected = await generateWhole()
      const folder = copyProject('faults-full', FILES)
      for (const [options, reason] of [
        ['size=16k', /ENOSPC|space/],
        ['ro', /EROFS|read-only/],
      ] as const) {
        const quire = join(folder, '.quire')
        rmSync(quire, { recursive: true, force: true })
        mkdirSync(quire)
        if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', quire]).status !== 0) context.skip()
        try {
          const { code, stderr } = await runCommand('generate', [], { cwd: folder, env: { CONTENT_DIR } })
          expect(code).toBe(1)
          expect(stderr).toMatch(reason)
        } finally {
          spawnSync('umount', [quire])
        }
        expectUntouched(folder)
      }
      expect(await generateAgain(folder)).toEqual(expected)
    },
    PATIENCE,
  )
})

let whole: Promise<Result> | undefined

/** What a run that nothing disturbs makes; done once. */
function generateWhole(): Promise<Result> {
  whole ??= generateAgain(copyProject('faults-whole', FILES))
  return whole
}

async function generateAgain(folder: string, env: Record<string, string> = {}): Promise<Result> {
  const { code, stderr } = await runCommand('generate', [], { cwd: folder, env: { CONTENT_DIR, ...env } })
  expect(code, stderr).toBe(0)
  return resultOf(folder)
}

/** What pages read: the index, and the texts that it names. */
function resultOf(folder: string): Result {
  const { index, texts, staged } = workspace(folder)
  const text = readFileSync(index, 'utf8')
  const keys = [...text.matchAll(/"textKey":"([^"]+)"/g)].map(([, key = '']) => key)
  const bodies = filesBelow(texts)
    .filter((file) => keys.some((key) => file.includes(key)))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')).html)
  expect(bodies).toHaveLength(Object.keys(FILES).length)
  return { index: text, bodies: bodies.sort(), staged: filesBelow(staged).map(hashOf).sort() }
}

interface Result {
  index: string
  bodies: string[]
  staged: string[]
}

function expectUntouched(folder: string): void {
  for (const [path, text] of Object.entries(FILES))
    expect(readFileSync(join(folder, CONTENT_DIR, path), 'utf8'), path).toBe(text)
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** Writes until the disk takes no more. */
function fill(file: string): void {
  try {
    for (let size = 1; ; size++) writeFileSync(file, 'x'.repeat(1024 * size))
  } catch {
    // Full.
  }
}
