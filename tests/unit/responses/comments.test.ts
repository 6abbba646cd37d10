import { describe, expect, test } from 'vitest'
import { type Added, addComments, PER_WRITER } from '@/lib/responses/comments/add-comments'
import { writeBlockList } from '@/lib/responses/comments/block-list'
import {
  EDIT_MS,
  editComment,
  eraseComment,
  findComment,
  setCommentState,
} from '@/lib/responses/comments/comments'
import { listThreads } from '@/lib/responses/comments/list-comments'
import { openSigner } from '@/lib/responses/signing'
import type { Store } from '@/lib/responses/store/store'
import { expectQuick } from '../../cpu-time'
import { DATABASES } from '../../responses/databases'
import { useStore } from '../../responses/use-store'

const now = Date.UTC(2026, 10, 21, 12)

const comment = (text: string, parent = '') => ({
  name: 'Ada',
  site: '',
  text,
  parent,
  html: `<p>${text}</p>`,
})

const approved = { state: 'approved', now } as const

let writers = 0

/** Each by another reader. */
async function addComment(
  store: Pick<Store, 'write'>,
  slug: string,
  sent: ReturnType<typeof comment>,
  { state, now }: { state: 'approved' | 'waiting'; now: number },
): Promise<Added> {
  const item = { slug, comment: sent, state, now, writer: `reader ${writers++}` }
  const [added] = await store.write((db) => addComments(db, [item]))
  if (!added) throw new Error('Nothing was returned.')
  return added
}

describe.each(DATABASES)('comments on $name', ({ missing, start }) => {
  let store: Store

  useStore({ missing, start }, (opened) => {
    store = opened
  })

  async function add(slug: string, text: string, parent = '', at = now): Promise<string> {
    const added = await addComment(store, slug, comment(text, parent), { state: 'approved', now: at })
    if (added.outcome !== 'added') throw new Error(added.outcome)
    return added.id
  }

  test.skipIf(missing)('are shown when they are approved', async () => {
    const added = await addComment(store, 'held', comment('first'), { state: 'waiting', now })
    expect((await listThreads(store, 'held')).total).toBe(0)
    if (added.outcome === 'added') await setCommentState(store, added.id, 'approved')
    expect((await listThreads(store, 'held')).threads[0]?.comment.text).toBe('first')
  })

  test.skipIf(missing)('are stored once, even if they are sent ten times at the same moment', async () => {
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => addComment(store, 'twice', comment('  The SAME  words '), approved)),
    )
    expect(sent.filter(({ outcome }) => outcome === 'added')).toHaveLength(1)
    expect(await addComment(store, 'twice', comment('the same words'), approved)).toEqual({
      outcome: 'duplicate',
    })
    expect(await addComment(store, 'elsewhere', comment('the same words'), approved)).toMatchObject({
      outcome: 'added',
    })
  })

  test.skipIf(missing)('in a group are stored together, each with its own result', async () => {
    await writeBlockList(store, 'cheap pills')
    const parent = await add('group', 'parent')
    const item = (text: string, { writer = text, to = '' } = {}) => ({
      slug: 'group',
      comment: comment(text, to),
      state: 'approved' as const,
      now,
      writer,
    })
    const sent = [
      item('new'),
      item('NEW '),
      item('parent'),
      item('answer', { to: parent }),
      item('answer to nothing', { to: 'nothing' }),
      item('buy cheap pills'),
      ...Array.from({ length: PER_WRITER.count + 2 }, (_, at) => item(`flood ${at}`, { writer: 'one' })),
    ]
    const added = await store.write((db) => addComments(db, sent))
    expect(added.map(({ outcome }) => outcome)).toEqual([
      ...['added', 'duplicate', 'duplicate', 'added', 'no-parent', 'blocked'],
      ...Array.from({ length: PER_WRITER.count }, () => 'added'),
      ...['too-many', 'too-many'],
    ])
    const ids = added.flatMap((each) => (each.outcome === 'added' ? [each.id] : []))
    for (const id of ids) expect(await findComment(store, id)).toBeDefined()
    await writeBlockList(store, '')
  })

  test.skipIf(missing)('have two levels: a reply to a reply is shown below the same comment', async () => {
    const top = await add('threads', 'top')
    const answer = await add('threads', 'answer', top, now + 1)
    await add('threads', 'answer to the answer', answer, now + 2)
    const { threads } = await listThreads(store, 'threads')
    expect(threads).toHaveLength(1)
    expect(threads[0]?.answers.map(({ text }) => text)).toEqual(['answer', 'answer to the answer'])
  })

  test.skipIf(missing)('can reply only to an existing comment on this post', async () => {
    const elsewhere = await add('one-post', 'here')
    expect(await addComment(store, 'another-post', comment('x', elsewhere), approved)).toEqual({
      outcome: 'no-parent',
    })
    expect(await addComment(store, 'one-post', comment('y', 'nothing'), approved)).toEqual({
      outcome: 'no-parent',
    })
  })

  test.skipIf(missing)('can be edited for fifteen minutes', async () => {
    const id = await add('edited', 'hasty')
    const change = (at: number) => editComment(store, id, comment('calm'), { state: 'waiting', now: at })
    expect(await change(now + EDIT_MS + 1)).toBe(false)
    expect(await change(now + EDIT_MS)).toBe(true)
    expect(await findComment(store, id)).toMatchObject({
      text: 'calm',
      state: 'waiting',
      edited: now + EDIT_MS,
    })
  })

  test.skipIf(missing)('can be deleted; one with replies leaves a placeholder', async () => {
    const top = await add('erased', 'secret')
    const answer = await add('erased', 'answer', top)
    await eraseComment(store, top)
    const place = await findComment(store, top)
    expect(place).toMatchObject({ name: '', site: '', text: '', html: '', state: 'deleted' })
    expect((await listThreads(store, 'erased')).threads[0]?.answers).toHaveLength(1)
    await eraseComment(store, answer)
    expect(await findComment(store, answer)).toBeUndefined()
  })

  test.skipIf(missing)('are paginated, even 10,000 of them', async () => {
    for (let batch = 0; batch < 20; batch++) {
      const rows = Array.from({ length: 500 }, (_, at) => {
        const number = batch * 500 + at
        const id = String(number).padStart(5, '0')
        return {
          ...comment(`number ${number}`),
          id,
          slug: 'busy',
          state: 'approved' as const,
          created: number,
          edited: 0,
          digest: `busy ${id}`,
        }
      })
      await store.db.insertInto('comments').values(rows).execute()
    }
    const last = await expectQuick(() => listThreads(store, 'busy', 200), 1000)
    expect(last).toMatchObject({ total: 10_000, pages: 200 })
    expect(last.threads.at(-1)?.comment.text).toBe('number 9999')
  })

  test.skipIf(missing)('are signed with one key, even if two processes create it', async () => {
    const [one, two] = await Promise.all([openSigner(store), openSigner(store)])
    expect(one.read('comment', two.sign('comment', 'abc'))).toBe('abc')
  })
})
