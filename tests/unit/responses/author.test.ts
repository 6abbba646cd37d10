import { describe, expect, test } from 'vitest'
import { erasePerson, exportAll, importAll } from '@/lib/responses/admin/archive'
import { makeOneTimeToken, readOneTimeToken, spendOneTimeToken } from '@/lib/responses/admin/one-time'
import { endSession, findSession, isOwnForm, SESSION_MS, startSession } from '@/lib/responses/admin/sessions'
import { addComments } from '@/lib/responses/comments/add-comments'
import { listThreads } from '@/lib/responses/comments/list-comments'
import { addReactions, countReactions } from '@/lib/responses/readers/reactions'
import { openSigner, type Signer } from '@/lib/responses/signing'
import type { Store } from '@/lib/responses/store/store'
import { DATABASES } from '../../responses/databases'
import { useStore } from '../../responses/use-store'

const now = Date.UTC(2026, 10, 21, 12)
const DAY = 24 * 60 * 60 * 1000

describe.each(DATABASES)('the author on $name', ({ missing, start }) => {
  let store: Store
  let signer: Signer

  useStore({ missing, start }, async (opened) => {
    store = opened
    signer = await openSigner(store)
  })

  test.skipIf(missing)('a sign-in link works once, for a limited time, for its purpose only', async () => {
    const token = makeOneTimeToken(signer, 'sign-in', '', now + 1000)
    expect(await spendOneTimeToken(store, signer, 'sign-in', `${token}x`, now)).toBeUndefined()
    expect(await spendOneTimeToken(store, signer, 'passkey', token, now)).toBeUndefined()
    expect(await spendOneTimeToken(store, signer, 'sign-in', token, now + 2000)).toBeUndefined()
    expect(readOneTimeToken(signer, 'sign-in', token, now)).toBe('')
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => spendOneTimeToken(store, signer, 'sign-in', token, now)),
    )
    expect(tries.filter((spent) => spent !== undefined)).toEqual([''])
  })

  test.skipIf(missing)(
    'has sessions that end: when unused, after a month, or when the author ends them',
    async () => {
      const cookie = await startSession(store, { agent: 'a browser', now })
      const session = await findSession(store, signer, cookie, now + DAY)
      if (!session) throw new Error('there is no session')
      expect(isOwnForm(session, session.csrf)).toBe(true)
      expect(isOwnForm(session, '')).toBe(false)
      const other = await findSession(store, signer, await startSession(store, { agent: '', now }), now)
      expect(isOwnForm(session, other?.csrf ?? '')).toBe(false)
      expect(await findSession(store, signer, `${cookie}x`, now)).toBeUndefined()
      expect(
        await findSession(store, signer, session.id, now),
        'what the database holds signs nobody in',
      ).toBeUndefined()
      expect(await findSession(store, signer, cookie, now + 9 * DAY), 'unused for a week').toBeUndefined()
      for (let day = 2; day < 30; day += 5) await findSession(store, signer, cookie, now + day * DAY)
      expect(await findSession(store, signer, cookie, now + SESSION_MS + 1)).toBeUndefined()
      await endSession(store, session.id)
      expect(await findSession(store, signer, cookie, now + DAY)).toBeUndefined()
    },
  )

  test.skipIf(missing)('exports everything, and importing it twice stores it once', async () => {
    const comment = {
      name: 'Ada',
      site: 'https://ada.example/',
      text: '**hi**',
      parent: '',
      html: '<p>hi</p>',
    }
    await store.write((db) => addComments(db, [{ slug: 'a', comment, state: 'approved', now, writer: 'w' }]))
    await store.write((db) => addReactions(db, [{ slug: 'a', kind: 'like', reader: 'x', network: 'n', now }]))
    await store.db
      .insertInto('subscribers')
      .values({ id: 's', email: 'ada@readers.example', state: 'confirmed', created: now, confirmed: now })
      .execute()
    const archive = JSON.parse(JSON.stringify(await exportAll(store, now)))
    expect(JSON.stringify(archive)).not.toMatch(/signing-key|salt/)
    expect(await importAll(store, archive)).toBe(1)
    expect(await importAll(store, archive)).toBe(0)
    await store.db.deleteFrom('comments').execute()
    archive.comments[0].html = '<script>alert(1)</script>'
    expect(await importAll(store, archive)).toBe(1)
    expect((await listThreads(store, 'a')).threads[0]?.comment.html).toBe('<p><strong>hi</strong></p>')
  })

  test.skipIf(missing)('imports nothing from an invalid file', async () => {
    const archive = await exportAll(store, now)
    const wrong = structuredClone(archive)
    wrong.counts.push({ slug: 'zzz', kind: 'like', day: '2026-01-01', count: -1 })
    await expect(importAll(store, wrong)).rejects.toThrow()
    await expect(importAll(store, { format: 'other' })).rejects.toThrow()
    const script = structuredClone(archive)
    for (const comment of script.comments) comment.site = 'javascript:alert(1)'
    await expect(importAll(store, script)).rejects.toThrow()
    expect((await countReactions(store, 'zzz')).size).toBe(0)
  })

  test.skipIf(missing)('erases one person and no other', async () => {
    const said = (name: string, site = '') => ({ name, site, text: `by ${name}`, parent: '', html: '' })
    const people = [said('Mallory'), said('Trudy', 'https://trudy.example/'), said('Walter')]
    await store.write((db) =>
      addComments(
        db,
        people.map((comment) => ({ slug: 'people', comment, state: 'approved', now, writer: comment.name })),
      ),
    )
    expect(await erasePerson(store, 'Mallory')).toBe(1)
    expect(await erasePerson(store, 'https://trudy.example')).toBe(1)
    expect(await erasePerson(store, 'ADA@readers.example')).toBe(1)
    expect(await erasePerson(store, '  ')).toBe(0)
    const everything = JSON.stringify(await exportAll(store, now))
    expect(everything).not.toMatch(/Mallory|trudy|ada@readers/)
    expect(everything).toContain('by Walter')
  })
})
