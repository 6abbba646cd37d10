import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { workspace } from '../../lib/workspace'
import { CONTENT_DIR, copyProject } from '../e2e/copy-project'
import { runCommand } from './run-command'

export const PATIENCE = 5 * 60_000

/** The author’s files: a page and twelve posts. */
export const FILES: Record<string, string> = {
  'site.yaml': 'title: Lock\nurl: https://lock.example\nauthor: Mira\n',
  'pages/about.md': '---\ntitle: About\n---\nMira.\n',
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `posts/2024-01-${String(index + 1).padStart(2, '0')}-post-${index}.md`,
      `---\ntitle: Post ${index}\n---\nText ${index} with $x^${index}$ and [next](/posts/post-${(index + 1) % 12}).\n\n\`\`\`js\nconst a = ${index}\n\`\`\`\n`,
    ]),
  ),
}

let whole: Promise<Result> | undefined

/** What a run that nothing disturbs makes; done once. */
export function generateWhole(): Promise<Result> {
  whole ??= generateAgain(copyProject('faults-whole', FILES))
  return whole
}

export async function generateAgain(folder: string, env: Record<string, string> = {}): Promise<Result> {
  const { code, stderr } = await runCommand('generate', [], { cwd: folder, env: { CONTENT_DIR, ...env } })
  expect(code, stderr).toBe(0)
  return resultOf(folder)
}

/** What pages read: the index, and the texts that it names. */
export function resultOf(folder: string): Result {
  const { index, texts, staged } = workspace(folder)
  const text = readFileSync(index, 'utf8')
  const keys = [...text.matchAll(/"textKey":"([^"]+)"/g)].map(([, key = '']) => key)
  const bodies = filesBelow(texts)
    .filter((file) => keys.some((key) => file.includes(key)))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')).html)
  expect(bodies).toHaveLength(Object.keys(FILES).length)
  return { index: text, bodies: bodies.sort(), staged: filesBelow(staged).map(hashOf).sort() }
}

export interface Result {
  index: string
  bodies: string[]
  staged: string[]
}

export function expectUntouched(folder: string): void {
  for (const [path, text] of Object.entries(FILES))
    expect(readFileSync(join(folder, CONTENT_DIR, path), 'utf8'), path).toBe(text)
}

export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
