import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CONTENT_DIR, copyProject } from '../e2e/copy-project'
import { expectUntouched, FILES, generateAgain, generateWhole, PATIENCE } from './generate-faults'
import { makeProject, runCommand } from './run-command'

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

  // Root writes wherever permissions forbid it, so the file system itself has to refuse. Pages read from both folders.
  test.skipIf(!canMount).each(['.quire', '.next'])(
    'and a folder %s that cannot be written stop a run with one line, and the next run succeeds',
    async (name) => {
      const expected = await generateWhole()
      const folder = copyProject(`faults-full${name}`, FILES)
      for (const [options, reason] of [
        ['size=16k', /ENOSPC|space/],
        ['ro', /EROFS|read-only|mkdir/],
      ] as const) {
        const generated = join(folder, name)
        rmSync(generated, { recursive: true, force: true })
        mkdirSync(generated)
        if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', generated]).status !== 0) return
        try {
          const { code, stderr } = await runCommand('generate', [], { cwd: folder, env: { CONTENT_DIR } })
          expect(code).toBe(1)
          expect(stderr).toMatch(reason)
          expect(stderr).not.toMatch(/\n\s+at /)
        } finally {
          spawnSync('umount', [generated])
        }
        expectUntouched(folder)
      }
      expect(await generateAgain(folder)).toEqual(expected)
    },
    PATIENCE,
  )
})

/** Writes until the disk is full. */
function fill(file: string): void {
  try {
    for (let size = 1; ; size++) writeFileSync(file, 'x'.repeat(1024 * size))
  } catch {
    // Full.
  }
}
