import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const readme = readFileSync('README.md', 'utf8')
const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts)

describe('README.md', () => {
  test('has exactly two commands that do everything on a fresh machine', () => {
    const commands = [...readme.matchAll(/^npm install.*$/gm)].map(([command]) => command)
    expect(commands).toEqual(['npm install && npm run dev', 'npm install && npm test'])
  })

  test.each(linked(readme))('links to %s, which exists', (path) => {
    expect(readFileSync(path).length).toBeGreaterThan(0)
  })
})

describe.each(['README.md', 'ARCHITECTURE.md', ...posts()])('%s', (file) => {
  test('names only commands that exist', () => {
    const named = [...readFileSync(file, 'utf8').matchAll(/npm run ([\w:-]+)/g)].map(([, name]) =>
      String(name),
    )
    expect(scripts).toEqual(expect.arrayContaining(named))
  })
})

describe('CONTRIBUTING.md', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8')
  const paths = [...text.matchAll(/`((?:lib|app|components|tests|content|docs)\/[\w./-]*)`/g)].map(
    ([, path]) => path,
  )
  const imports = [...text.matchAll(/from '\.\/([^']+)'/g)].map(([, path]) => `lib/dialects/${path}.ts`)

  test.each([...new Set([...paths, ...imports])])('names %s, which exists', (path) => {
    expect(existsSync(String(path))).toBe(true)
  })

  test('shows a system that is not supported yet', () => {
    const [, name] = /^\/\/ (lib\/dialects\/\S+)$/m.exec(text) ?? []
    expect(name).toBeDefined()
    expect(existsSync(String(name))).toBe(false)
  })
})

/** The guide: its posts show commands to type. */
function posts(): string[] {
  return readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('content', path))
}

/** The files of the project that a Markdown text links to, pictures too. */
function linked(markdown: string): string[] {
  return [
    ...markdown.matchAll(/\]\((?!https?:|#)([^)#]+)/g),
    ...markdown.matchAll(/src(?:set)?="(?!https?:)([^"]+)"/g),
  ].map(([, path]) => String(path))
}
