import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

// Generated data is read from disk, never imported: a bundler would put every text of the blog into one chunk and into
// every deployed function. `turbopackIgnore` excludes these paths from its file tracing; next.config.js lists the
// few files that a deployed function needs.

/**
 * Reads a generated file that every page needs, e.g. `.quire/index.json`. In `dev` it is read again when it has changed,
 * so callers must call this again to notice.
 * @param path relative to the project
 * @throws if there is none
 */
export function readGenerated<Data>(path: string): Data {
  try {
    return JSON.parse(readFileSync(generatedPath(path), 'utf8'))
  } catch (error) {
    throw new Error(`There is no readable ${path}. Run \`npm run generate\` first.`, { cause: error })
  }
}

/**
 * Reads a generated file that some builds do not have.
 * @param path relative to the project
 * @returns undefined if there is none
 */
export function readOptional<Data>(path: string): Data | undefined {
  return existsSync(generatedPath(path)) ? readGenerated<Data>(path) : undefined
}

/**
 * Reads the generated data of one document.
 * @param path relative to the project
 * @returns undefined if there is none
 */
export async function findGenerated<Data>(path: string): Promise<Data | undefined> {
  const text = await readFile(generatedPath(path), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : JSON.parse(text)
}

function generatedPath(path: string): string {
  return join(/* turbopackIgnore: true */ process.cwd(), path)
}
