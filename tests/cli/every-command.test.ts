/** Rules for every command of the author: `--help` shows examples, and a failure prints a message. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeProject, runCommand } from './run-command'

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))

const COMMANDS = Object.entries(scripts).flatMap(([name, script]) => {
  const [, file] = /^tsx lib\/cli\/([a-z-]+)\.ts$/.exec(script) ?? []
  return file ? [{ name, file }] : []
})

/** Spawning a command takes seconds on a busy machine. */
const PATIENCE = 240_000

test('every command is found in package.json', () => {
  expect(COMMANDS.length).toBeGreaterThan(10)
  expect(COMMANDS.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['new', 'check', 'import', 'compat', 'embeds', 'build', 'dev']),
  )
})

describe.each(COMMANDS)('npm run $name', ({ name, file }) => {
  test(
    '--help shows examples, and an unknown option is rejected in one line',
    async () => {
      const cwd = await makeProject()
      const [help, refusal] = await Promise.all([
        runCommand(file, ['--help'], { cwd }),
        runCommand(file, ['--no-such-option'], { cwd }),
      ])
      expect(help).toMatchObject({ code: 0, stderr: '' })
      expect(help.stdout).toMatch(new RegExp(`Examples?:\\n(?:.*\\n)*?.*npm run ${name}\\b`))
      expect(refusal).toMatchObject({ code: 1, stdout: '' })
      // The second line, if there is one, names `--help`.
      expect(refusal.stderr).toMatch(/^error: unknown option '--no-such-option'[^\n]*\n(?:\([^\n]*\)\n)?$/)
    },
    PATIENCE,
  )
})

describe('input that a command cannot use', () => {
  test.each([
    ['check', ['none.md']],
    ['compat', ['none']],
    ['import', ['none']],
    ['new', ['🎉']],
    ['embeds', ['--endpoints', 'tweet=nowhere']],
  ])(
    'npm run %s -- %j fails with one line',
    async (file, args) => {
      const cwd = await makeProject()
      const { code, stdout, stderr } = await runCommand(file, args, { cwd })
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(/^error: [^\n]+\n(?:\([^\n]*\)\n)?$/)
    },
    PATIENCE,
  )
})
