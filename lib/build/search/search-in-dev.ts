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
  let pause = AT_START
  const update = async () => {
    const began = performance.now()
    const { indexed } = await buildSearchIndex(projectDir)
    await indexed
    await nextRevision(projectDir)
    // A large blog is indexed for seconds: rarely enough that the author's machine has most of its time for the author.
    pause = Math.max(QUIET, 4 * (performance.now() - began))
  }
  return () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(update).catch(log)
    }, pause)
  }
}

/** Milliseconds without an edit. */
const QUIET = 500

/** The same at the start, when Next compiles the first page. Until then search finds what the last run has indexed. */
const AT_START = 10_000
