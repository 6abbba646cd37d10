import { serveAuthor } from '@/app/_responses/admin'
import { refuseAuthor } from '@/app/_responses/admin-page'
import { exportAll } from '@/lib/responses/admin/archive'

export const dynamic = 'force-dynamic'

/** Exports all responses as one file. */
export async function GET(request: Request): Promise<Response> {
  const author = await serveAuthor(request)
  if (!author) return refuseAuthor()
  const archive = await exportAll(author.store, Date.now())
  return new Response(JSON.stringify(archive, null, 2), {
    headers: {
      'Content-Type': 'application/json',
      'Content-Disposition': 'attachment; filename="responses.json"',
      'Cache-Control': 'no-store',
    },
  })
}
