import type { Problem } from '../model/problem'
import type { Written } from './write-imported'

/** The results of an import, collected while it runs. */
export class ImportReport {
  readonly files: { path: string; kind: FileKind; written: Written }[] = []
  /** Remote pictures by their path in the folder of the import. */
  readonly pictures = new Map<string, string>()
  /** What needs attention, by file. */
  readonly notes: { path: string; text: string }[] = []
  /** What was not imported. */
  readonly left: string[] = []

  add(path: string, kind: FileKind, written: Written): void {
    this.files.push({ path, kind, written })
  }

  note(path: string, text: string): void {
    this.notes.push({ path, text })
  }

  count(kind: FileKind, written?: Written): number {
    return this.files.filter((file) => file.kind === kind && (!written || file.written === written)).length
  }
}

export type FileKind = 'post' | 'page' | 'file'

/** What needs attention in one post, worst first. */
export interface Attention {
  file: string
  /** Errors first, then what is missing on the page, then the rest. */
  weight: number
  problems: string[]
}

/**
 * Sorts posts by how much attention they need. What a command can do later (snapshots, sizes of pictures) is left out.
 * @param problems of the imported files
 */
export function listAttention(
  problems: readonly Problem[],
  notes: readonly { file: string; text: string }[],
): Attention[] {
  const byFile = new Map<string, Attention>()
  const add = (file: string, weight: number, text: string) => {
    const known = byFile.get(file) ?? { file, weight: 0, problems: [] }
    byFile.set(file, { ...known, weight: known.weight + weight, problems: [...known.problems, text] })
  }
  for (const { file, text } of notes) add(file, 5, text)
  for (const { file, line, rule, severity, message } of problems) {
    const weight = severity === 'error' ? 100 : WEIGHTS.get(rule)
    if (weight) add(file, weight, `line ${line}: ${message}`)
  }
  return [...byFile.values()].sort((a, b) => b.weight - a.weight || (a.file < b.file ? -1 : 1))
}

/** Warnings that a reader of the page would notice. */
const WEIGHTS = new Map([
  ['markdown/unknown-tag', 10],
  ['markdown/unclosed-tag', 10],
  ['markdown/tag-arguments', 10],
  ['markdown/depth', 10],
  ['liquid/failed', 10],
  ['files/unread', 8],
  ['front-matter/wrong-value', 6],
  ['references/missing-picture', 4],
  ['markdown/math', 3],
  ['markdown/script', 3],
  ['references/dead-link', 1],
])
