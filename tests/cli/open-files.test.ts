import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { workspace } from '../../lib/workspace'
import { CONTENT_DIR, copyProject, PROJECT } from '../e2e/copy-project'

/** More than any system lets one process open at once by default: 1,024 on Linux, 256 on macOS. */
const POSTS = 1200

test.skipIf(process.platform === 'win32')(
  'a blog of thousands of files is read with a limit of 1,024 open files, and its texts are cached',
  () => {
    const files: Record<string, string> = {
      'site.yaml': 'title: Many\nurl: https://many.example\nauthor: Ada\n',
    }
    for (let number = 0; number < POSTS; number++) {
      files[`posts/2024-01-01-post-${number}/index.md`] =
        `---\ntitle: Post ${number}\n---\n![A cat](cat.svg)\n`
      files[`posts/2024-01-01-post-${number}/cat.svg`] =
        `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><title>${number}</title></svg>`
    }
    // Deletes what an earlier run of this test has copied and cached.
    rmSync(join(PROJECT, '.e2e', 'open-files'), { recursive: true, force: true })
    const project = copyProject('open-files', files)
    const { texts, index, publicFiles } = workspace(project)

    expect(generate(project)).toEqual({ code: 0, stdout: `Generated ${POSTS} documents.\n`, stderr: '' })
    const { posts } = JSON.parse(readFileSync(index, 'utf8'))
    const widths = posts.map(({ pictures }: Post) => pictures['cat.svg']?.width)
    expect(widths).toEqual(Array.from({ length: POSTS }, () => 4))
    expect(readdirSync(join(publicFiles, 'media'))).toHaveLength(POSTS)

    // A text that could not be opened would be rendered and written again.
    const written = () => readdirSync(texts).map((name) => [name, statSync(join(texts, name)).mtimeMs])
    const before = written()
    expect(generate(project)).toMatchObject({ code: 0, stderr: '' })
    expect(written()).toEqual(before)
  },
  600_000,
)

function generate(project: string): { code: number | null; stdout: string; stderr: string } {
  const command = `ulimit -n 1024 && exec "$0" --import "$1" "$2"`
  const program = [process.execPath, import.meta.resolve('tsx'), resolve('lib/cli/generate.ts')]
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command, ...program], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  return { code: status, stdout, stderr }
}

interface Post {
  pictures: Record<string, { width?: number } | undefined>
}
