import { nextRevision } from '../revision'
import { buildSearchIndex } from './search-index'

/**
 * Keeps search up to date in `dev`, beside everything else: a page is shown before its words are found.
 * @param log called with what went wrong
 * @returns to be called whenever a text may have changed
 */
export function searchInDev(projectDir: string, log: (problem: unknown) => void): () => void {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let took = 0
  const update = async () => {
    const began = performance.now()
    const { indexed } = await buildSearchIndex(projectDir)
    await indexed
    await nextRevision(projectDir)
    took = performance.now() - began
  }
  return () => {
    clearTimeout(timer)
    // A large blog is indexed for seconds: rarely enough that the author's machine has most of its time for the author.
    timer = setTimeout(
      () => {
        running = running.then(update).catch(log)
      },
      Math.max(QUIET, 4 * took),
    )
  }
}

/** Milliseconds without an edit. */
const QUIET = 500
