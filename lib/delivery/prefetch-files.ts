import { readFile, rm, writeFile } from 'node:fs/promises'

/**
 * Removes the files that Next writes for each page so that its router can prefetch the page in parts (`.segments`): seven
 * files, and twice the bytes of the page. Only the runtime requests them, which a delivered page does not have; where
 * an author's component keeps it, its router loads the whole page (`.rsc`) instead.
 * @param htmlFile absolute path of the page
 */
export async function removePrefetchFiles(htmlFile: string): Promise<void> {
  const base = htmlFile.replace(/\.html$/, '')
  const text = await readFile(`${base}.meta`, 'utf8').catch(() => undefined)
  if (text === undefined) return
  const { segmentPaths, ...meta }: { segmentPaths?: string[] } = JSON.parse(text)
  if (!segmentPaths) return
  // First: Next looks for the files that are listed.
  await writeFile(`${base}.meta`, JSON.stringify(meta, null, 2))
  await rm(`${base}.segments`, { recursive: true, force: true })
}
