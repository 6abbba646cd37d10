import type { Signer } from '../signing'

/**
 * Says when a form was made, signed. A program fills in a form at once; a form of last week was collected for later.
 * Pages with it may wait in a cache, so the same token reaches many readers.
 */
export function makeFormToken(signer: Signer, slug: string, now: number): string {
  return signer.sign('form', `${slug}~${now.toString(36)}`)
}

/** @returns what is wrong with the time that passed since the form was made, if anything */
export function checkFormToken(signer: Signer, slug: string, token: string, now: number): FormAge {
  const [made, time] = signer.read('form', token)?.split('~') ?? []
  if (made !== slug || time === undefined) return 'forged'
  const age = now - Number.parseInt(time, 36)
  if (age < MIN_AGE) return 'too-fast'
  return age > MAX_AGE ? 'too-old' : 'fine'
}

/** A name and a sentence take a person longer. */
export const MIN_AGE = 3000
/** A page that was left open for a night. */
export const MAX_AGE = 24 * 60 * 60 * 1000

export type FormAge = 'fine' | 'forged' | 'too-fast' | 'too-old'
