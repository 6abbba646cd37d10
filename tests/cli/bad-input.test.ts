/** The author's commands on a blog full of mistakes: the real commands, in a copy of the project. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { CONTENT_DIR, copyProject } from '../e2e/copy-project'

const WRONG = join('tests', 'sites', 'wrong')

/** Starting a command and rendering a dozen posts takes seconds, on a busy machine a minute. */
const PATIENCE = 5 * 60_000

/** What must be reported for each file: the position, the wrong value, and whether it stops a build. */
const MISTAKES = [
  { file: 'mistyped-field.md', line: 4, says: /"?drat"?.*draft/, stops: true },
  { file: 'date-in-words.md', line: 3, says: /yesterday/, stops: false },
  { file: 'tags-as-map.md', line: 4, says: /tags/, stops: false },
  { file: 'broken-yaml.md', line: 2, says: /quote|YAML/i, stops: false },
  { file: 'executable.md', line: 1, says: /js/, stops: false },
  { file: 'empty.md', line: 1, says: /empty/i, stops: false },
  { file: 'same-name.md', line: 1, says: /same-name/, stops: true },
  { file: 'missing-picture.md', line: 8, says: /boat\.png/, stops: false },
]

describe.each(['check', 'build'])('npm run %s on a blog full of mistakes', (command) => {
  let run: Run

  beforeAll(() => {
    run = author(command)
  }, PATIENCE)

  test('fails', () => expect(run.code).toBe(1))

  test.each(MISTAKES)(
    'reports the mistake in $file once, with line, value and hint',
    ({ file, line, says, stops }) => {
      const said = run.lines.filter((text) => text.includes(`posts/${file}:`))
      const own = said.filter((text) => text.startsWith(`${CONTENT_DIR}/posts/${file}:`))
      expect(own, run.output).toHaveLength(1)
      expect(own[0]).toMatch(new RegExp(`:${line}:\\d+ ${stops ? 'error' : 'warning'}: `))
      expect(own[0]).toMatch(says)
    },
  )

  test('names both posts that claim one URL', () => {
    const said = run.lines.filter((text) => /error/.test(text) && text.includes('same-name'))
    expect(said.join('\n')).toContain('posts/same-name.md')
    expect(said.join('\n')).toContain('posts/2024-01-05-same-name.md')
  })

  test('reports nothing about the post without a mistake', () => {
    expect(run.lines.filter((text) => text.startsWith(`${CONTENT_DIR}/posts/without-mistake.md`))).toEqual([])
  })

  test('prints the message exactly as the guide quotes it', () => {
    const said = run.lines.find((text) => text.includes('mistyped-field.md')) ?? 'nothing'
    const guide = readFileSync(join('content', 'posts', 'writing-a-post.md'), 'utf8')
    expect(guide).toContain(said.replace(CONTENT_DIR, 'content'))
  })

  test('never executes front matter', () => expect(existsSync(join(run.folder, 'executed.txt'))).toBe(false))

  test('changes no file of the author', () => {
    for (const name of readdirSync(join(WRONG, 'posts'))) {
      const after = readFileSync(join(run.folder, CONTENT_DIR, 'posts', name), 'utf8')
      expect(after, name).toBe(readFileSync(join(WRONG, 'posts', name), 'utf8'))
    }
  })
})

function author(command: string): Run {
  const folder = copyProject(`wrong-${command}`, WRONG)
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', command], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, CONTENT_DIR, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  const output = `${stdout}${stderr}`
  return { folder, code: status, output, lines: output.split('\n') }
}

interface Run {
  folder: string
  code: number | null
  output: string
  lines: string[]
}
