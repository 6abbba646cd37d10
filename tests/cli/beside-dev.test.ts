import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { ContentBuild } from '../../lib/build/content-build'
import { workspace } from '../../lib/workspace'
import { CONTENT_DIR, copyProject } from '../e2e/copy-project'
import { runCommand } from './run-command'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'

// `npm run embeds` and `npm run generate` read the content as the published site does: without drafts.
test('a command that runs beside `dev` deletes nothing that `dev` has copied', async () => {
  const project = copyProject('beside-dev', {
    'posts/2024-01-01-a.md': '---\ntitle: A\ndraft: true\n---\n![A cat](cat.svg)\n',
    'posts/cat.svg': PICTURE,
  })
  vi.stubEnv('NODE_ENV', 'development')
  vi.stubEnv('CONTENT_DIR', join(project, CONTENT_DIR))
  const dev = await ContentBuild.open(project, { publishes: true })
  await dev.run()
  await dev.close()
  const { url } = JSON.parse(readFileSync(workspace(project).index, 'utf8')).posts[0].pictures['cat.svg']
  const picture = join(project, 'public', url)
  expect(readFileSync(picture, 'utf8')).toBe(PICTURE)

  const other = await runCommand('generate', [], { cwd: project, env: { NODE_ENV: '', CONTENT_DIR } })
  expect(other.code, other.stderr).toBe(0)
  expect(existsSync(picture)).toBe(true)

  // A production build deletes it: the picture of a draft is not published.
  vi.stubEnv('NODE_ENV', 'production')
  const build = await ContentBuild.open(project, { publishes: true })
  await build.run()
  await build.close()
  expect(existsSync(picture)).toBe(false)
  vi.unstubAllEnvs()
}, 120_000)
