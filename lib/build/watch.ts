import { watch } from 'chokidar'
import { type Problem, sortProblems } from '../model/problem'
import { collectReferences } from '../references/collect'
import { stage } from '../staging/stage'
import { contentDir, workspace } from '../workspace'
import { readProblems } from './generate'

/** An editor writes a file in several steps (truncate, write, rename); 50 ms covers them and is not felt. */
const quietMs = 50

/**
 * Stages the author's folder again whenever something in it changes; Contentlayer, watching the staged files,
 * does the rest. A picture or a snapshot is no text: for those only what the texts name is looked up again.
 * @param report called with all problems whenever staging or rendering found other ones than before
 */
export function watchContent(projectDir: string, report: (problems: Problem[]) => void): void {
  let timer: NodeJS.Timeout | undefined
  let staging: Promise<unknown> = Promise.resolve()
  let changedFiles = false
  const restage = async () => {
    await stage({ projectDir, contentDir: contentDir() })
    if (changedFiles) await collectReferences(projectDir)
    changedFiles = false
  }
  watch(contentDir(), { cwd: projectDir, ignoreInitial: true }).on('all', (_, path) => {
    changedFiles ||= /\.(?!md$|markdown$|ya?ml$|toml$|tmp$)\w+$/i.test(path)
    clearTimeout(timer)
    timer = setTimeout(() => {
      // One after the other: two that write the same files at once could leave the older one's.
      staging = staging.then(restage).catch(console.error)
    }, quietMs)
  })

  let known: string | undefined
  const { stageReport, problems } = workspace(projectDir)
  watch([stageReport, problems], { ignoreInitial: false }).on('all', async () => {
    const found = sortProblems(await readProblems(projectDir).catch(() => []))
    const key = JSON.stringify(found)
    if (known !== undefined && key !== known) report(found)
    known = key
  })
}
