import { serveOwnForm, sessionCookie } from '@/app/_responses/admin'
import { refuseAuthor } from '@/app/_responses/admin-page'
import { seeOther } from '@/app/_responses/serve'
import { erasePerson } from '@/lib/responses/admin/archive'
import { endSession, isOwnForm } from '@/lib/responses/admin/sessions'
import { writeBlockList } from '@/lib/responses/comments/block-list'
import { eraseComment, setCommentState } from '@/lib/responses/comments/comments'
import { readForm } from '@/lib/responses/http/read-form'
import type { Responses } from '@/lib/responses/responses'

export const dynamic = 'force-dynamic'

/** Performs the action of one of the author's buttons. */
export async function POST(request: Request): Promise<Response> {
  const author = await serveOwnForm(request)
  const form = await readForm(request)
  if (!author || form.outcome !== 'form') return refuseAuthor()
  const { fields } = form
  if (!isOwnForm(author.session, fields.get('csrf') ?? '')) return refuseAuthor()
  const id = fields.get('id') ?? ''
  const action = fields.get('action') ?? ''
  if (action === 'end-session') {
    await endSession(author.store, id)
    return id === author.session.id
      ? seeOther('/admin', { 'Set-Cookie': sessionCookie(request, '') })
      : seeOther('/admin?said=done')
  }
  const act = ACTIONS.get(action)
  await act?.(author, id, fields)
  return seeOther(act ? '/admin?said=done' : '/admin')
}

type Act = (author: Responses, id: string, fields: ReadonlyMap<string, string>) => Promise<unknown>

const ACTIONS = new Map<string, Act>([
  ['approve', ({ store }, id) => setCommentState(store, id, 'approved')],
  ['hold', ({ store }, id) => setCommentState(store, id, 'waiting')],
  ['spam', ({ store }, id) => setCommentState(store, id, 'spam')],
  ['erase', ({ store }, id) => eraseComment(store, id)],
  ['approve-mention', ({ store }, id) => setMentionState(store, id, 'approved')],
  ['refuse-mention', ({ store }, id) => setMentionState(store, id, 'refused')],
  ['block', ({ store }, _, fields) => writeBlockList(store, fields.get('words') ?? '')],
  ['erase-person', ({ store }, _, fields) => erasePerson(store, fields.get('who') ?? '')],
  ['remove-passkey', ({ store }, id) => store.db.deleteFrom('passkeys').where('id', '=', id).execute()],
])

function setMentionState({ db }: Responses['store'], id: string, state: 'approved' | 'refused') {
  return db.updateTable('mentions').set({ state }).where('id', '=', id).execute()
}
