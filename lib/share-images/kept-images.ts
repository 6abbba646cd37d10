import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { workspace } from '../workspace'
import { writeFileAtomic } from '../write-file'

/**
 * A picture that is drawn once: stored in `.next/cache` by its name, which contains a hash of its content. Requests while
 * it is drawn wait for the same drawing, and one is drawn at a time. On a read-only disk, as in a deployed function,
 * it is drawn again; there the host caches the response.
 * @param name a file name
 */
export async function keepImage(name: string, draw: () => Promise<Buffer>): Promise<Buffer> {
  const path = join(workspace(/* turbopackIgnore: true */ process.cwd()).shareImages, name)
  const kept = await readFile(path).catch(() => undefined)
  if (kept) return kept
  const waiting = drawing.get(name)
  if (waiting) return waiting
  const drawn = last.then(draw)
  last = drawn.then(
    () => {},
    () => {},
  )
  drawing.set(name, drawn)
  try {
    const image = await drawn
    await writeFileAtomic(path, image).catch(() => {})
    return image
  } finally {
    drawing.delete(name)
  }
}

const drawing = new Map<string, Promise<Buffer>>()
let last: Promise<void> = Promise.resolve()
