import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { typeDocuments } from '../../../lib/build/contentlayer'
import { stage } from '../../../lib/staging/stage'

test('documents are typed once, and again when one of them has changed', async () => {
  mkdirSync(join(process.cwd(), '.quire'), { recursive: true })
  // Below the project, so that Contentlayer finds its packages.
  const project = mkdtempSync(join(process.cwd(), '.quire', 'contentlayer-test-'))
  vi.stubEnv('CONTENT_DIR', 'words')
  for (const file of ['contentlayer.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(file, join(project, file))
  const save = (title: string) =>
    writeFileSync(join(project, 'words/posts/a.md'), `---\ntitle: ${title}\n---\nA.\n`)
  const type = async () => {
    await stage({ projectDir: project, contentDir: 'words' })
    await typeDocuments(project)
    const file = join(project, '.contentlayer/generated/Post/_index.json')
    return {
      titles: JSON.parse(readFileSync(file, 'utf8')).map(({ title }: { title: string }) => title),
      written: statSync(file).mtimeMs,
    }
  }
  mkdirSync(join(project, 'words/posts'), { recursive: true })
  save('One')
  const first = await type()
  expect(first.titles).toEqual(['One'])
  expect(await type()).toEqual(first)
  save('Two')
  expect((await type()).titles).toEqual(['Two'])
  const written = join(project, '.contentlayer/generated/Post/posts__a.md.json')
  expect(existsSync(written)).toBe(true)
  renameSync(join(project, 'words/posts/a.md'), join(project, 'words/posts/b.md'))
  expect((await type()).titles).toEqual(['Two'])
  expect(existsSync(written)).toBe(false)
  rmSync(join(project, '.contentlayer'), { recursive: true })
  expect((await type()).titles).toEqual(['Two'])
  vi.unstubAllEnvs()
  rmSync(project, { recursive: true, force: true })
}, 240_000)
