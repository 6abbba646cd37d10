import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { workspace } from '../../lib/workspace'
import { CONTENT_DIR, copyProject } from '../e2e/copy-project'
import { runCommand } from './run-command'

const PATIENCE = 120_000

test(
  'npm run generate writes an index of all documents, types them, and prints all problems',
  async () => {
    const project = copyProject('generate', {
      'site.yaml': 'title: Lock\nurl: https://lock.example\nauthor: Mira\n',
      'posts/2024-01-01-a.md': '---\ntitle: A\n---\nSee [B](b.md) and [C](c.md).\n',
      'posts/2024-01-02-b.md': '---\ntitle: B\ndraft: true\n---\nText.\n',
      'pages/about.md': '---\ntitle: About\n---\nMira.\n',
    })
    const { code, stdout, stderr } = await runCommand('generate', [], { cwd: project, env: { CONTENT_DIR } })
    expect(stdout).toContain('Generated 3 documents.')
    expect(stderr).toContain(`${CONTENT_DIR}/posts/2024-01-01-a.md:4:`)
    expect(code).toBe(0)
    const { index, generated, revision } = workspace(project)
    const { posts, pages } = JSON.parse(readFileSync(index, 'utf8'))
    expect(posts.map(({ slug }: { slug: string }) => slug).sort()).toEqual(['a', 'b'])
    expect(pages).toMatchObject([{ slug: 'about', excerpt: 'Mira.' }])
    expect(
      readdirSync(join(generated, 'Post'))
        .filter((name) => name.startsWith('posts__'))
        .sort(),
    ).toEqual(['posts__a.md.json', 'posts__b.md.json'])
    expect(JSON.parse(readFileSync(revision, 'utf8'))).toEqual({ revision: 0 })
  },
  PATIENCE,
)

test(
  'npm run generate fails if a post would be lost',
  async () => {
    const project = copyProject('generate-error', {
      'posts/2024-01-01-a.md': '---\ntitle: A\n---\nText.\n',
      'posts/a.md': '---\ntitle: A again\n---\nText.\n',
    })
    const { code, stderr } = await runCommand('generate', [], { cwd: project, env: { CONTENT_DIR } })
    expect(stderr).toContain(`${CONTENT_DIR}/posts/a.md:1:1 error:`)
    expect(code).toBe(1)
  },
  PATIENCE,
)
