import { workspace } from '../workspace'
import { writeFileAtomic } from '../write-file'

/** Sets the revision that every build has: what Next compiles must not depend on how often an author has saved. */
export function resetRevision(projectDir: string): Promise<void> {
  return writeRevision(projectDir, 0)
}

/**
 * Has the dev server show generated data that has changed: `lib/blog/generated/revision.ts` imports this one file, so
 * Next evaluates again what reads the data, and compiles nothing else.
 */
export function nextRevision(projectDir: string): Promise<void> {
  revision += 1
  return writeRevision(projectDir, revision)
}

let revision = 0

function writeRevision(projectDir: string, revision: number): Promise<void> {
  return writeFileAtomic(workspace(projectDir).revision, JSON.stringify({ revision }))
}
