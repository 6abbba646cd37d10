import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { watch } from 'chokidar'
import { expect, test, vi } from 'vitest'
import { ContentBuild } from '../../../lib/build/content-build'
import { watchContent } from '../../../lib/build/watch'

test('finds a picture that is saved during a run', async () => {
  // Below the project, so that the worker finds its packages.
  const project = mkdtempSync(join(process.cwd(), '.quire', 'watch-test-'))
  // Absolute, because the watcher and the build are not started in the project's folder.
  const content = join(project, 'words')
  vi.stubEnv('CONTENT_DIR', content)
  cpSync('package-lock.json', join(project, 'package-lock.json'))
  mkdirSync(join(content, 'posts'), { recursive: true })
  writePost('One.')
  const build = await ContentBuild.open(project, { publishes: true })
  await build.run()

  // The edit of the post causes a run that reads all content; it is paused until the picture is saved.
  const picture = signal()
  const held = signal()
  const run = build.run.bind(build)
  vi.spyOn(build, 'run').mockImplementationOnce(async () => {
    const result = await run()
    held.resolve()
    await picture.promise
    return result
  })
  const saved = signal()
  const observer = watch(content, { ignoreInitial: true }).on('add', () => saved.resolve())
  const ready = new Promise<void>((resolve) => observer.on('ready', () => resolve()))
  const stop = watchContent(project, build, () => {}, [])
  await ready
  await editUntil(held.promise)
  writeFileSync(
    join(content, 'posts', 'cat.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
  )
  await saved.promise
  // Longer than the watcher's debounce time, so that the change is known before the run ends.
  await wait(300)
  picture.resolve()
  await vi.waitFor(() => expect(readPictures()).toMatchObject({ 'cat.svg': { width: 4, height: 3 } }), {
    timeout: 20_000,
    interval: 50,
  })

  await stop()
  await observer.close()
  await build.close()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(project, { recursive: true, force: true })

  function writePost(text: string): void {
    writeFileSync(
      join(content, 'posts', '2024-01-01-a.md'),
      `---\ntitle: A\n---\n${text}\n\n![A cat](cat.svg)\n`,
    )
  }

  /** Saves the post repeatedly, because the watcher may not have started yet. */
  async function editUntil(seen: Promise<void>): Promise<void> {
    let isSeen = false
    seen.then(() => {
      isSeen = true
    })
    for (let edit = 2; !isSeen; edit++) {
      writePost(`Edit ${edit}.`)
      await wait(200)
    }
  }

  function readPictures(): unknown {
    return JSON.parse(readFileSync(join(project, '.quire', 'index.json'), 'utf8')).posts[0].pictures
  }
})

/** A promise and the function that fulfills it. */
function signal(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
