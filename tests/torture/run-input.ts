import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderMarkdown } from '../../lib/markdown/render'
import { readContent } from '../../lib/staging/read-content'
import { cpuTime } from '../cpu-time'
import type { TortureInput } from './inputs'

/**
 * Sends one text through the part of the build that reads it.
 * @returns what came of it: how much CPU time it took in milliseconds, how much HTML or text it became, what was reported
 */
export async function runInput(input: TortureInput, size: number): Promise<Run> {
  const text = input.write(size)
  if (input.stage === 'markdown') {
    const source = { file: 'a.md', bodyLine: 1, dialect: input.dialect, root: '.' }
    const started = cpuTime()
    const { html, rendered } = await renderMarkdown(text, { source })
    return {
      ms: cpuTime() - started,
      length: html.length,
      rules: rendered.problems.map(({ rule }) => rule),
    }
  }
  const projectDir = mkdtempSync(join(tmpdir(), 'quire-torture-'))
  try {
    const folder = input.stage === 'liquid' ? 'content/posts/old/_posts' : 'content/posts'
    mkdirSync(join(projectDir, folder), { recursive: true })
    if (input.stage === 'liquid')
      writeFileSync(join(projectDir, 'content/posts/old/_config.yml'), 'title: Old\n')
    writeFileSync(
      join(projectDir, folder, '2020-01-01-a.md'),
      input.stage === 'liquid' ? `---\ntitle: A\na: x\n---\n${text}` : text,
    )
    const started = cpuTime()
    const { posts, problems } = await readContent({ projectDir, contentDir: 'content' })
    const length = JSON.stringify(posts.map(({ read }) => read.body)).length
    return { ms: cpuTime() - started, length, rules: problems.map(({ rule }) => rule) }
  } finally {
    rmSync(projectDir, { recursive: true, force: true })
  }
}

export interface Run {
  ms: number
  /** Characters of HTML, or of staged text. */
  length: number
  /** Of the problems that were reported. */
  rules: string[]
}
