import type { ResponsesSettings } from '../model/document'
import { type Added, addComments, type NewComment } from './comments/add-comments'
import { addReactions, closeDays, type Reaction } from './readers/reactions'
import { ReaderHashes } from './readers/reader'
import { openSigner, type Signer } from './signing'
import { openStore } from './store/open-store'
import { databaseUrl, type Store } from './store/store'
import { WriteGroups } from './store/write-groups'

/** Everything a route needs to accept and show responses. */
export interface Responses {
  store: Store
  signer: Signer
  hashes: ReaderHashes
  /** Grouped writes of what many readers send at once. */
  writes: {
    comments: WriteGroups<NewComment, Added>
    reactions: WriteGroups<Reaction, boolean>
  }
  settings: ResponsesSettings
}

/**
 * The database of this process, opened once, by the first request: one client per process. If that fails, the next
 * request tries again.
 * @throws {FileInUse} if another process writes the file
 */
export async function openResponses(settings: ResponsesSettings): Promise<Responses> {
  kept.responses ??= open().catch((error) => {
    kept.responses = undefined
    throw error
  })
  return { ...(await kept.responses), settings }
}

async function open(): Promise<Omit<Responses, 'settings'>> {
  const store = await openStore(databaseUrl(), { purpose: 'the server' })
  const signer = await openSigner(store)
  const close = () => closeDays(store, Date.now()).catch((error) => console.error(error))
  await close()
  setInterval(close, HOUR).unref()
  return {
    store,
    signer,
    hashes: new ReaderHashes(store),
    writes: {
      comments: new WriteGroups(store, addComments),
      reactions: new WriteGroups(store, addReactions),
    },
  }
}

/** Not in the module: the development server reloads modules, but a file allows one client per process. */
const kept: { responses?: Promise<Omit<Responses, 'settings'>> } = (() => {
  const holder: typeof globalThis & {
    quireResponses?: { responses?: Promise<Omit<Responses, 'settings'>> }
  } = globalThis
  holder.quireResponses ??= {}
  return holder.quireResponses
})()

const HOUR = 60 * 60 * 1000
