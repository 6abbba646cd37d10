import { instantOf } from '../dates'
import { isScheduled, type Moment } from '../visibility'

/** Why readers of one document do not find another. */
export type Unpublished = 'draft' | 'scheduled'

/**
 * Whether a reader of one document may not see another, whatever the environment of this build shows: drafts that link
 * to drafts are published by their author together, and a post that appears later than what it links to is right.
 * @param target what is linked
 * @param source what links to it
 */
export function whyUnseen(target: Dated, source: Dated, moment: Moment): Unpublished | undefined {
  if (source.draft) return undefined
  if (target.draft) return 'draft'
  if (!isScheduled(target, moment)) return undefined
  // The first moment at which somebody reads the link.
  const now = Math.max(moment.now, source.date === undefined ? 0 : instantOf(source.date, moment.timeZone))
  return isScheduled(target, { ...moment, now }) ? 'scheduled' : undefined
}

/** Pages have neither. */
interface Dated {
  draft?: boolean
  date?: string
}
