import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pLimit from 'p-limit'
import { bundleWorker } from '../build/texts/bundle-code'
import { openWorkers } from '../build/texts/worker-pool'
import { AuthorError } from '../model/author-error'
import {
  type DeliveryResult,
  type DeliveryTask,
  deliveredFile,
  deliverPages,
  readOptions,
} from './deliver-worker'
import { findPageFiles } from './page-file'
import type { Report } from './report'

/**
 * The last step of a build: every prerendered page without client components loses Next's runtime and gets
 * its styles inlined, and every page gets its own security policy. Pages rendered on request are not changed.
 *
 * Pages are replaced only after all have succeeded, so an unknown version of Next's markup leaves the build intact.
 *
 * @param options.projectDir absolute path of the folder that holds package.json
 * @param options.distDir absolute path of Next's output: `.next`
 * @param options.publicDir absolute path of the folder that is served at `/`
 * @param options.allow `allow` of site.yaml
 * @param options.own the scripts that the project itself puts into pages
 * @throws naming every page that could not be delivered, and why
 */
export async function deliver({ projectDir, ...options }: DeliverOptions): Promise<Report> {
  const files = await findPageFiles(options.distDir)
  const results = await (files.length > FEW
    ? deliverInThreads(projectDir, { ...options, files })
    : deliverPages(files, await readOptions(options)))
  const done = results.flatMap((result) => ('page' in result ? result : []))
  const failures = results.flatMap((result) =>
    'failure' in result
      ? `${result.route} (${path.relative(options.distDir, result.file)}): ${result.failure}`
      : [],
  )
  if (failures.length > 0) {
    await Promise.all(done.map(({ file }) => rm(deliveredFile(file), { force: true })))
    throw new AuthorError(
      `These pages cannot be served as Next wrote them; no page was changed.\n  ${failures.join('\n  ')}\n` +
        'Add your own script to lib/delivery/scripts/own-scripts.ts, or its host to `allow.scripts` in site.yaml. Otherwise: ' +
        'was `next build` run again, and is it the version of package-lock.json?',
    )
  }
  const limit = pLimit(16)
  await Promise.all(done.map(({ file }) => limit(() => rename(deliveredFile(file), file))))
  return { pages: done.map(({ page }) => page) }
}

/** A thread takes half a second to start, and compiles its code again. */
const FEW = 400

/** Small enough that all threads finish at about the same time. */
const PAGES_PER_TASK = 25

async function deliverInThreads(projectDir: string, task: DeliveryTask): Promise<DeliveryResult[]> {
  const { file } = await bundleWorker(
    projectDir,
    fileURLToPath(new URL('deliver-worker.ts', import.meta.url)),
  )
  const pool = openWorkers<DeliveryTask, DeliveryResult[]>(file)
  try {
    const tasks: DeliveryTask[] = []
    for (let at = 0; at < task.files.length; at += PAGES_PER_TASK)
      tasks.push({ ...task, files: task.files.slice(at, at + PAGES_PER_TASK) })
    return (await Promise.all(tasks.map((each) => pool.run(each)))).flat()
  } finally {
    await pool.destroy()
  }
}

export interface DeliverOptions extends Omit<DeliveryTask, 'files'> {
  projectDir: string
}
