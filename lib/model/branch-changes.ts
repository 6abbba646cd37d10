/** What the branch of a preview changes in the content folder. */
export type BranchChanges =
  | { outcome: 'listed'; since: Since; files: ChangedFile[] }
  /** There is no Git, or no history to compare with. */
  | { outcome: 'unknown' }

/**
 * The branch that this one is compared with, from their common commit; or only the newest commits, if a shallow clone
 * has no more.
 */
export type Since = { branch: string } | { commits: number }

export interface ChangedFile {
  /** Relative to the project, as documents name their files. */
  path: string
  change: 'new' | 'edited' | 'removed'
  /** Of a removed post or page: as its front matter said. */
  title?: string
}
