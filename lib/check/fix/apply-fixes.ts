import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type FrontMatter, readFrontMatter } from '../../staging/front-matter/read-front-matter'
import { isNotebook } from '../../urls/markdown-files'
import { writeFileAtomic } from '../../write-file'
import type { Checked } from '../check-content'
import { applyEdits } from './edit'
import { type Fix, listFixes } from './fixes'

/** The fixes that were made, and those that could not be made safely. */
export interface FixReport {
  done: { file: string; description: string }[]
  left: { file: string; description: string; reason: string }[]
}

/**
 * Fixes problems that have one right answer. A file is only written if reading it back gives the same front matter and body
 * except for the fix; comments and the order of keys do not change.
 * @param isWanted whether a file was selected
 */
export async function applyFixes(
  projectDir: string,
  checked: Checked,
  isWanted: (file: string) => boolean = () => true,
): Promise<FixReport> {
  const report: FixReport = { done: [], left: [] }
  for (const fix of listFixes(checked)) {
    if (!isWanted(fix.file)) continue
    const { file, description } = fix
    const path = resolve(projectDir, file)
    const bytes = await readFile(path)
    const text = bytes.toString('utf8')
    // Other encodings cannot be written back unchanged.
    if (!Buffer.from(text, 'utf8').equals(bytes)) {
      report.left.push({ file, description, reason: 'the file is not UTF-8' })
      continue
    }
    const edits = fix.edit(text)
    if (edits?.length === 0) continue
    if (isNotebook(file)) {
      report.left.push({ file, description, reason: 'notebooks are edited in Jupyter' })
      continue
    }
    if (edits === undefined) {
      report.left.push({ file, description, reason: 'its front matter cannot be edited safely' })
      continue
    }
    const fixed = applyEdits(text, edits)
    const reason = findDamage(readFrontMatter(text), readFrontMatter(fixed), fix)
    if (reason) report.left.push({ file, description, reason })
    else {
      await writeFileAtomic(path, fixed, { durable: true })
      report.done.push({ file, description })
    }
  }
  return report
}

/** Compares a file before and after a fix. @returns what would change in addition; undefined if nothing does */
function findDamage(before: FrontMatter, after: FrontMatter, fix: Fix): string | undefined {
  if (after.problems.length > before.problems.length) return 'the front matter would become invalid'
  if (before.format !== after.format) return 'the front matter would be lost'
  if (!fix.changesBody && before.body !== after.body) return 'the body would change'
  if (fix.keys === 'any') return undefined
  const names = new Set([...before.entries, ...after.entries].map(({ key }) => key))
  for (const name of names) {
    if (fix.keys.includes(name.toLowerCase())) continue
    const value = ({ entries }: FrontMatter) => entries.find(({ key }) => key === name)?.value
    if (!isDeepStrictEqual(value(before), value(after))) return `\`${name}\` would change`
  }
  return undefined
}
