import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { describe, expect, test } from 'vitest'
import { addComments, type NewComment } from '@/lib/responses/comments/add-comments'
import { makeChallenge, readSolution } from '@/lib/responses/comments/proof-of-work'
import { Signer } from '@/lib/responses/signing'
import type { Store } from '@/lib/responses/store/store'
import { DATABASES } from '../../responses/databases'
import { useStore } from '../../responses/use-store'

const signer = new Signer(Buffer.alloc(32, 1))
const toField = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64')

async function solve(challenge: Challenge) {
  const solution = await solveChallenge({ challenge, deriveKey })
  if (!solution) throw new Error('The challenge was not solved.')
  return { challenge, solution }
}

describe('a challenge', () => {
  test('can be solved for its post while the form is valid', async () => {
    const now = Date.now()
    const challenge = await makeChallenge(signer, 'a-post', now)
    const field = toField(await solve(challenge))
    expect(await readSolution(signer, 'a-post', field)).toMatchObject({
      token: `challenge ${challenge.signature}`,
    })
    expect(await readSolution(signer, 'b-post', field)).toBeUndefined()
    expect(await readSolution(new Signer(Buffer.alloc(32, 2)), 'a-post', field)).toBeUndefined()
    const old = await makeChallenge(signer, 'a-post', now - 25 * 60 * 60 * 1000)
    expect(await readSolution(signer, 'a-post', toField(await solve(old)))).toBeUndefined()
  }, 60_000)

  test('that was made easier, guessed or damaged is rejected', async () => {
    const challenge = await makeChallenge(signer, 'a-post', Date.now())
    const { parameters } = challenge
    const guess = { counter: 1, derivedKey: '00'.repeat(32) }
    const easier = { ...challenge, parameters: { ...parameters, cost: 1 } }
    const forged: unknown[] = [
      { challenge, solution: guess },
      await solve(easier),
      { challenge: { ...challenge, signature: undefined }, solution: guess },
      { challenge, solution: null },
      { challenge: { ...challenge, parameters: { ...parameters, cost: 1e12 } }, solution: guess },
      [],
      null,
    ]
    for (const payload of forged)
      expect(await readSolution(signer, 'a-post', toField(payload))).toBeUndefined()
    for (const text of ['', 'not base64 §', 'x'.repeat(1_000_000), '{}'])
      expect(await readSolution(signer, 'a-post', text)).toBeUndefined()
  })
})

describe.each(DATABASES)('a solved challenge on $name', ({ missing, start }) => {
  let store: Store

  useStore({ missing, start }, (opened) => {
    store = opened
  })

  test.skipIf(missing)('can be used once, even within one group', async () => {
    const solved = { token: 'challenge a', expires: Date.now() + 1000 }
    const comment = (text: string): NewComment => ({
      slug: 'a',
      comment: { name: 'Ada', site: '', text, parent: '', html: text },
      ...{ state: 'approved', now: Date.now(), writer: text, solved },
    })
    const send = (...texts: string[]) => store.write((db) => addComments(db, texts.map(comment)))
    expect((await send('one', 'two')).map(({ outcome }) => outcome)).toEqual(['added', 'no-work'])
    expect((await send('three')).map(({ outcome }) => outcome)).toEqual(['no-work'])
  })
})
