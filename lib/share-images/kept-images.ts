import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { workspace } from '../workspace'
import { writeFileAtomic } from '../write-file'

/**
 * A picture that is drawn once: kept in `.next/cache` by its name, which holds a hash of its content. Whoever asks while
 * it is drawn waits for the same drawing, and one is drawn at a time. On a read-only disk, as a deployed function has,
 * it is drawn again; there the host's cache keeps the answer.
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
