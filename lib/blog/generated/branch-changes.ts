import type { BranchChanges } from '../../model/branch-changes'
import { readOptional } from './read-generated'

/** What the branch of this preview changes. Absent in any other build. */
export const branchChanges: BranchChanges | undefined = readOptional('.quire/changes.json')
