import { instantOf } from '../dates'
import { isScheduled, type Moment } from '../visibility'

/** Why readers of one document cannot see another. */
export type Unpublished = 'draft' | 'scheduled'

/**
 * Whether a reader of one document may not see another, independent of the environment of this build: drafts that link
 * to drafts are published together by their author, and a post may link to anything published before it.
 * @param target what is linked
 * @param source what links to it
 */
export function whyUnseen(target: Dated, source: Dated, moment: Moment): Unpublished | undefined {
  if (source.draft) return undefined
  if (target.draft) return 'draft'
  if (!isScheduled(target, moment)) return undefined
  // The first moment at which somebody can read the link.
  const now = Math.max(moment.now, source.date === undefined ? 0 : instantOf(source.date, moment.timeZone))
  return isScheduled(target, { ...moment, now }) ? 'scheduled' : undefined
}

/** Pages have neither. */
interface Dated {
  draft?: boolean
  date?: string
}
