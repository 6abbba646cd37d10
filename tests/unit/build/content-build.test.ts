import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { ContentBuild } from '../../../lib/build/content-build'

test('a new checkout gets its index and its scripts, and an edit reaches the index', async () => {
  // Below the project, so that the worker finds its packages.
  const project = mkdtempSync(join(process.cwd(), '.quire', 'content-build-test-'))
  vi.stubEnv('CONTENT_DIR', 'words')
  const post = join(project, 'words', 'posts', '2024-01-01-a.md')
  mkdirSync(join(post, '..'), { recursive: true })
  cpSync('package-lock.json', join(project, 'package-lock.json'))
  writeFileSync(post, '---\ntitle: A\n---\nOne.\n')
  const readIndex = () => JSON.parse(readFileSync(join(project, '.quire', 'index.json'), 'utf8'))

  const build = await ContentBuild.open(project, { publishes: true })
  await build.run()
  expect(readFileSync(join(project, '.quire', 'enhancement.json'), 'utf8')).toContain('enhance-')
  const [before] = readIndex().posts
  expect(before).toMatchObject({ slug: 'a', excerpt: 'One.' })

  writeFileSync(post, '---\ntitle: A\n---\nTwo.\n')
  await build.run()
  const [after] = readIndex().posts
  expect(after.excerpt).toBe('Two.')
  expect(after.textKey).not.toBe(before.textKey)
  await build.close()
  vi.unstubAllEnvs()
  rmSync(project, { recursive: true, force: true })
})
