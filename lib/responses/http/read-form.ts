/**
 * Reads the fields of a form, in any encoding that browsers or programs use.
 * @param limit maximum bytes of the body
 * @returns the first value of each field as typed, in NFC; files are left out
 */
export async function readForm(request: Request, limit = 64_000): Promise<FormOutcome> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    return { outcome: 'wrong-type' }
  const bytes = await readBytes(request, limit)
  if (!bytes) return { outcome: 'too-large' }
  const fields = new Map<string, string>()
  try {
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
    for (const [name, value] of form) {
      if (typeof value === 'string' && !fields.has(name)) fields.set(name, clean(value))
    }
  } catch {
    return { outcome: 'wrong-type' }
  }
  return { outcome: 'form', fields }
}

/** Normalizes line endings and removes control characters and those that change the direction of text. */
function clean(value: string): string {
  return value.replace(/\r\n?/g, '\n').replace(UNSEEN, '').normalize('NFC')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are removed
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g

async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

export type FormOutcome =
  | { outcome: 'form'; fields: ReadonlyMap<string, string> }
  | { outcome: 'wrong-type' | 'too-large' }
