import { workspace } from '../workspace'
import { writeFileAtomic } from '../write-file'

/** Resets the revision: the input of a build must not depend on how often an author has saved. */
export function resetRevision(projectDir: string): Promise<void> {
  return writeRevision(projectDir, 0)
}

/**
 * Makes the dev server show changed data: `lib/blog/generated/revision.ts` imports this file, so
 * Next evaluates the modules that read the data again, and compiles nothing else.
 */
export function nextRevision(projectDir: string): Promise<void> {
  revision += 1
  return writeRevision(projectDir, revision)
}

let revision = 0

function writeRevision(projectDir: string, revision: number): Promise<void> {
  return writeFileAtomic(workspace(projectDir).revision, JSON.stringify({ revision }))
}
