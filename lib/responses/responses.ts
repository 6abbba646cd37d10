import type { ResponsesSettings } from '../model/document'
import { type Added, addComments, type NewComment } from './comments/add-comments'
import { addReactions, closeDays, type Reaction } from './readers/reactions'
import { ReaderHashes } from './readers/reader'
import { openSigner, type Signer } from './signing'
import { openStore } from './store/open-store'
import { databaseUrl, type Store } from './store/store'
import { WriteGroups } from './store/write-groups'

/** All that a route needs to take and show answers. */
export interface Responses {
  store: Store
  signer: Signer
  hashes: ReaderHashes
  /** What many readers send at once. */
  writes: {
    comments: WriteGroups<NewComment, Added>
    reactions: WriteGroups<Reaction, boolean>
  }
  settings: ResponsesSettings
}

/**
 * The database of this process, opened by the first request and once: one client per process. What goes wrong is
 * tried again with the next request.
 * @throws {FileInUse} where another process writes the file
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

/** Beside the module: the development server loads modules again, and the file has one client per process. */
const kept: { responses?: Promise<Omit<Responses, 'settings'>> } = (() => {
  const holder: typeof globalThis & {
    quireResponses?: { responses?: Promise<Omit<Responses, 'settings'>> }
  } = globalThis
  holder.quireResponses ??= {}
  return holder.quireResponses
})()

const HOUR = 60 * 60 * 1000
