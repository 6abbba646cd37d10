import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ContentBuild } from '../../../lib/build/content-build'
import { prepare } from '../../../lib/build/generate'
import { writeMachineTexts } from '../../../lib/build/machine-texts/write-machine-texts'

const before = process.cwd()
let project: string

beforeEach(() => {
  mkdirSync(join(before, '.quire'), { recursive: true })
  // Below the project, so that the worker finds its packages.
  project = mkdtempSync(join(before, '.quire', 'machine-texts-test-'))
  vi.stubEnv('CONTENT_DIR', 'words')
  process.chdir(project)
})

afterEach(() => {
  process.chdir(before)
  vi.unstubAllEnvs()
  rmSync(project, { recursive: true, force: true })
})

test('posts are written as Markdown and for feeds, with resolved links, and again after every change', async () => {
  save({
    'posts/über.md':
      '---\ntitle: Über\ndate: 2024-01-01\n---\nSee [the other](2024-02-02-other.md), $x^2$.\n',
    'posts/2024-02-02-other.md': '---\ntitle: Other\n---\nText.\n',
    'posts/secret.md': '---\ntitle: Secret\ndraft: true\n---\nHidden.\n',
  })
  await build()
  expect(markdown('über')).toContain('# Über\n')
  expect(markdown('über')).toContain('[the other](https://blog.example/posts/other), $x^2$.')
  expect(feedOf('über')).toContain('<a href="https://blog.example/posts/other">the other</a>')
  expect(existsSync(fileOf('secret'))).toBe(false)

  // The text itself is unchanged: only the target of its link is different.
  rmSync(join(project, 'words/posts/2024-02-02-other.md'))
  save({ 'posts/2024-02-02-other.md': '---\ntitle: Other\nslug: elsewhere\n---\nText.\n' })
  await build()
  expect(markdown('über')).toContain('(https://blog.example/posts/elsewhere)')
  expect(existsSync(fileOf('other'))).toBe(false)

  const [key] = Object.values(keys())
  const entry = join(project, '.next/cache/quire/machine-texts', `${key}.json`)
  const whole = readFileSync(entry, 'utf8')
  writeFileSync(entry, whole.replace('elsewhere', 'nowhere'))
  await build()
  expect(readFileSync(entry, 'utf8')).toBe(whole)
}, 240_000)

async function build(): Promise<void> {
  await prepare(project)
  const content = await ContentBuild.open(project, { publishes: true })
  await content.run()
  await content.close()
  await writeMachineTexts(project)
}

function save(files: Record<string, string>): void {
  for (const [path, text] of Object.entries({ 'site.yaml': 'url: https://blog.example\n', ...files })) {
    mkdirSync(join(project, 'words', path, '..'), { recursive: true })
    writeFileSync(join(project, 'words', path), text)
  }
}

function keys(): Record<string, string> {
  return JSON.parse(readFileSync(join(project, '.quire/machine-texts.json'), 'utf8'))
}

function feedOf(slug: string): string {
  const entry = join(project, '.next/cache/quire/machine-texts', `${keys()[slug]}.json`)
  return JSON.parse(readFileSync(entry, 'utf8')).text.feed
}

function markdown(slug: string): string {
  return readFileSync(fileOf(slug), 'utf8')
}

function fileOf(slug: string): string {
  return join(project, 'public/_quire/markdown', `${slug}.md`)
}
