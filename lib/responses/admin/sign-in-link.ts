import { existsSync } from 'node:fs'
import { createClient } from '@libsql/client'
import { openSigner, Signer } from '../signing'
import { FileInUse } from '../store/file-lock'
import { openStore } from '../store/open-store'
import { makeOneTimeToken } from './one-time'

/** @returns a URL that signs in once, within the next 15 minutes */
export function signInLink(signer: Signer, origin: string, now: number): string {
  return `${origin}/admin?link=${encodeURIComponent(makeOneTimeToken(signer, 'sign-in', '', now + LINK_MS))}`
}

/**
 * The signer of a database for a command. Where the server holds the file, its key is only read: a second process may
 * do that.
 */
export async function signerOf(url: string): Promise<Signer> {
  try {
    const store = await openStore(url, { purpose: 'npm run admin' })
    const signer = await openSigner(store)
    await store.close()
    return signer
  } catch (error) {
    if (!(error instanceof FileInUse) || !existsSync(error.file)) throw error
    return readSigner(error.file)
  }
}

async function readSigner(file: string): Promise<Signer> {
  const client = createClient({ url: `file:${file}`, concurrency: 1, timeout: 1000 })
  try {
    await client.execute('pragma query_only = on')
    const { rows } = await client.execute("select value from settings where key = 'signing-key'")
    const key = rows[0]?.value
    if (typeof key !== 'string') throw new Error('The database has no key yet: open the site once.')
    return new Signer(Buffer.from(key, 'base64url'))
  } finally {
    client.close()
  }
}

const LINK_MS = 15 * 60 * 1000
