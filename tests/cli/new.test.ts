import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeProject, runCommand } from './run-command'

const PATIENCE = 120_000

describe('npm run new', () => {
  test(
    'prints the file it wrote and its URL, and refuses to write it again',
    async () => {
      const cwd = await makeProject({ 'content/site.yaml': 'title: A\ntimeZone: Pacific/Kiritimati\n' })
      const { code, stdout } = await runCommand('new', ['The tide'], { cwd, env: { PORT: '4000' } })
      const file = join('content', 'posts', 'the-tide.md')
      expect({ code, stdout }).toEqual({ code: 0, stdout: `${file}\nhttp://localhost:4000/posts/the-tide\n` })
      const text = readFileSync(join(cwd, file), 'utf8')
      const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Kiritimati' }).format(new Date())
      expect(text).toBe(`---\ntitle: "The tide"\ndate: ${today}\ndraft: true\n---\n\n`)

      const again = await runCommand('new', ['The tide!', '--no-draft'], { cwd })
      expect(again).toMatchObject({ code: 1, stdout: '' })
      expect(again.stderr).toMatch(/^error: .*the-tide\.md.*\n$/)
      expect(readFileSync(join(cwd, file), 'utf8')).toBe(text)
    },
    PATIENCE,
  )

  test(
    'writes a bundle with tags and a series, and opens the editor',
    async () => {
      const cwd = await makeProject({
        'editor.mjs':
          "import { writeFileSync } from 'node:fs'\nwriteFileSync('opened', process.argv.slice(2).join())",
      })
      const args = [
        'A week',
        '--tags',
        'rain, sun',
        '--series',
        'A: year',
        '--bundle',
        '--no-draft',
        '--open',
      ]
      const { code } = await runCommand('new', args, {
        cwd,
        env: { VISUAL: '', EDITOR: `${process.execPath} editor.mjs` },
      })
      expect(code).toBe(0)
      const file = join('content', 'posts', 'a-week', 'index.md')
      expect(readFileSync(join(cwd, file), 'utf8')).toMatch(
        /^---\ntitle: "A week"\ndate: [\d-]+\ntags: \["rain", "sun"\]\nseries: "A: year"\n---\n\n$/,
      )
      expect(readFileSync(join(cwd, 'opened'), 'utf8')).toBe(file)
    },
    PATIENCE,
  )

  test.skipIf(process.platform === 'win32')(
    'leaves nothing behind when the disk is full',
    async () => {
      const cwd = await makeProject({ 'content/posts/old.md': 'old' })
      // With the shell's file size limit a write fails as on a full disk: after the file was created.
      const command = `ulimit -f 0; exec "${process.execPath}" --import "${import.meta.resolve('tsx')}" "${resolve('lib/cli/new.ts')}" Full`
      const { status, stderr } = spawnSync('sh', ['-c', command], {
        cwd,
        encoding: 'utf8',
        env: { ...process.env, CONTENT_DIR: '', TSX_DISABLE_CACHE: '1' },
      })
      expect(status).toBe(1)
      expect(stderr).toMatch(/^error: EFBIG.*\n$/)
      expect(readdirSync(join(cwd, 'content/posts'))).toEqual(['old.md'])
    },
    PATIENCE,
  )

  test(
    'asks for a title, and --help shows examples',
    async () => {
      const cwd = await makeProject()
      expect(await runCommand('new', [], { cwd })).toMatchObject({
        code: 1,
        stderr: expect.stringContaining("missing required argument 'title'"),
      })
      const { code, stdout } = await runCommand('new', ['--help'], { cwd })
      expect({ code, examples: stdout.includes('Examples:') }).toEqual({ code: 0, examples: true })
      expect(await runCommand('new', ['🎉'], { cwd })).toMatchObject({
        code: 1,
        stderr: 'error: “🎉” has no letter or digit that a file name could use.\n',
      })
    },
    PATIENCE,
  )
})
