import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'

/** More files or bytes than any blog has: a mistake, or a zip that is meant to fill the disk. */
const MAX_FILES = 50_000
const MAX_BYTES = 8_000_000_000

/**
 * Unpacks a zip into a folder. A name that leads out of it, an absolute name and a symbolic link are refused, and
 * then nothing is imported. yauzl checks the names and that no file is larger than it says.
 * @param folder absolute; empty
 * @throws {Error} with a sentence for the author
 */
export async function unpackZip(file: string, folder: string): Promise<void> {
  const zip = await openPromise(file).catch((error: Error) => {
    throw new Error(`The zip cannot be read: ${error.message}.`)
  })
  let files = 0
  let bytes = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/') || /^__MACOSX\/|(?:^|\/)\.DS_Store$/.test(entry.fileName)) continue
      files++
      bytes += entry.uncompressedSize
      if (files > MAX_FILES || bytes > MAX_BYTES) throw new Error('it holds more than a blog can')
      // The upper half holds Unix' mode; a link's file type is 0o12.
      if (entry.externalFileAttributes >>> 28 === 0o12)
        throw new Error(`“${entry.fileName}” is a symbolic link`)
      if (entry.isEncrypted()) throw new Error('it has a password')
      const path = join(folder, entry.fileName)
      await mkdir(dirname(path), { recursive: true })
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { flags: 'wx' }))
    }
  } catch (error) {
    throw new Error(`The zip is refused: ${error instanceof Error ? error.message : String(error)}.`)
  } finally {
    zip.close()
  }
}
