import { relative, resolve, sep } from 'node:path'
import { watch } from 'chokidar'
import type { Problem } from '../model/problem'
import { contentDir } from '../workspace'
import type { ContentBuild } from './content-build'
import { nextRevision } from './revision'

/** An editor writes a file in several steps (truncate, write, rename); 20 ms covers them and is not noticeable. */
const quietMs = 20

/**
 * Brings the site up to date whenever something in the author's folder changes: text, picture, snapshot or `site.yaml`.
 * @param report called with all problems if they differ from those of the previous run
 * @param known the problems that have been reported already
 * @param done called after every update
 * @returns a function that stops it
 */
export function watchContent(
  projectDir: string,
  build: ContentBuild,
  report: (problems: Problem[]) => void,
  known: readonly Problem[],
  done: () => void = () => {},
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  let reported = JSON.stringify(known)
  let changed: string[] | undefined = []
  const update = async () => {
    const files = changed
    changed = []
    const { problems } = await build.run({ changed: files }).catch((error: unknown) => {
      changed = undefined
      throw error
    })
    await nextRevision(projectDir)
    done()
    const found = JSON.stringify(problems)
    if (found !== reported) report(problems)
    reported = found
  }
  const watcher = watch(contentDir(), { cwd: projectDir, ignoreInitial: true }).on('all', (event, path) => {
    // Where anything comes or goes, every document may have to be looked at.
    if (event === 'change')
      changed?.push(relative(projectDir, resolve(projectDir, path)).split(sep).join('/'))
    else changed = undefined
    clearTimeout(timer)
    timer = setTimeout(() => {
      // Runs never overlap, and each reads the whole folder: what is saved during one run is found by the next.
      running = running.then(update).catch(console.error)
    }, quietMs)
  })
  return async () => {
    clearTimeout(timer)
    await watcher.close()
    await running
  }
}
