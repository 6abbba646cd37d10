import type { Signer } from '../signing'

/**
 * A signed time at which a form was generated. Programs submit a form immediately, or collect forms for later.
 * Pages may be cached, so many readers may get the same token.
 */
export function makeFormToken(signer: Signer, slug: string, now: number): string {
  return signer.sign('form', `${slug}~${now.toString(36)}`)
}

/** @returns whether too little or too much time has passed since then; undefined if neither */
export function checkFormToken(signer: Signer, slug: string, token: string, now: number): FormAge {
  const [made, time] = signer.read('form', token)?.split('~') ?? []
  if (made !== slug || time === undefined) return 'forged'
  const age = now - Number.parseInt(time, 36)
  if (age < MIN_AGE) return 'too-fast'
  return age > MAX_AGE ? 'too-old' : 'fine'
}

/** A person needs longer to type a name and a sentence. */
export const MIN_AGE = 3000
/** A page that was left open overnight. */
export const MAX_AGE = 24 * 60 * 60 * 1000

export type FormAge = 'fine' | 'forged' | 'too-fast' | 'too-old'
