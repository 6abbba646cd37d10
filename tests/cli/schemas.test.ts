import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeProject, runCommand } from './run-command'

test('npm run schemas writes the schemas exactly as they are in the repository, so that the linter accepts them', async () => {
  const cwd = await makeProject()
  expect(await runCommand('schemas', [], { cwd })).toMatchObject({ code: 0, stderr: '' })
  for (const name of ['front-matter', 'site']) {
    const file = `.vscode/${name}.schema.json`
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(readFileSync(file, 'utf8'))
  }
}, 120_000)
