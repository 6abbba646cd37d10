import { serveOwnForm } from '@/app/_responses/admin'
import { refuseAuthor } from '@/app/_responses/admin-page'
import { seeOther } from '@/app/_responses/serve'
import { importAll } from '@/lib/responses/admin/archive'
import { isOwnForm } from '@/lib/responses/admin/sessions'

export const dynamic = 'force-dynamic'

/** Imports an exported file. */
export async function POST(request: Request): Promise<Response> {
  const author = await serveOwnForm(request)
  if (!author) return refuseAuthor()
  const form = await request.formData().catch(() => undefined)
  const csrf = form?.get('csrf')
  const file = form?.get('file')
  if (typeof csrf !== 'string' || !isOwnForm(author.session, csrf)) return refuseAuthor()
  try {
    if (!(file instanceof File)) throw new Error('no file')
    await importAll(author.store, JSON.parse(await file.text()))
    return seeOther('/admin?said=imported')
  } catch {
    // Not JSON, or not what an export writes: nothing of it was stored.
    return seeOther('/admin?said=notImported')
  }
}
