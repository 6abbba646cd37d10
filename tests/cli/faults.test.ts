/** Faults around `npm run generate`: it is killed, runs twice at once, finds damaged caches or half-written files. */
import { existsSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readContent } from '../../lib/staging/read-content'
import { CONTENT_DIR, copyProject } from '../e2e/copy-project'
import {
  expectUntouched,
  FILES,
  filesBelow,
  generateAgain,
  generateWhole,
  PATIENCE,
  resultOf,
} from './generate-faults'
import { makeProject, runCommand } from './run-command'

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

test(
  'a half-written post publishes nothing that its author hides',
  async () => {
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
  },
  PATIENCE,
)
