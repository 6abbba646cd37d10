import { existsSync, readFileSync } from 'node:fs'
import { appendFile, mkdir, readFile, rmdir, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PUBLIC_BASE } from './urls/public-base'
import { workspace } from './workspace'
import { writeFileAtomic } from './write-file'

/**
 * The files that one build step writes to `public/_quire/`. A list in `.quire/public/` records what the step
 * wrote, and only listed files are ever deleted: a file that somebody else put there stays.
 */
export class PublicFiles {
  readonly #folder: string
  readonly #list: string
  readonly #names = new Set<string>()

  /**
   * @param projectDir absolute path of the folder that holds package.json
   * @param step names the list; each step has its own list, so that two steps never overwrite the same one
   */
  constructor(projectDir: string, step: Step) {
    const { publicFiles, publicLists } = workspace(projectDir)
    this.#folder = publicFiles
    this.#list = join(publicLists, `${step}.txt`)
  }

  /**
   * Writes a file, unless it exists: names contain a hash or a version of the content.
   * @param name relative to `public/_quire`, with forward slashes
   * @returns the URL it is served from
   */
  async write(name: string, content: string | Uint8Array): Promise<string> {
    this.#names.add(name)
    const target = join(this.#folder, name)
    if (!existsSync(target)) {
      // Listed before writing: if a run is killed, the next one deletes what it left behind.
      await mkdir(dirname(this.#list), { recursive: true })
      await appendFile(this.#list, `${name}\n`)
      await writeFileAtomic(target, content)
    }
    return `${PUBLIC_BASE}/${name}`
  }

  /** Writes a file whose name stays when its content changes, unless it is the same. Returns as `write`. */
  async update(name: string, content: string): Promise<string> {
    const target = join(this.#folder, name)
    const known = existsSync(target) ? readFileSync(target, 'utf8') : undefined
    if (known !== undefined && known !== content) await writeFileAtomic(target, content)
    return this.write(name, content)
  }

  /** Deletes what this step wrote in an earlier run and did not write in this one. */
  async removeStale(): Promise<void> {
    const own = await readList(this.#list)
    const stale = own.filter((name) => !this.#names.has(name))
    for (const name of stale) await this.#remove(name)
    const kept = own.filter((name) => this.#names.has(name))
    await writeFileAtomic(this.#list, kept.map((name) => `${name}\n`).join(''))
  }

  async #remove(name: string): Promise<void> {
    await unlink(join(this.#folder, name)).catch(() => {})
    // Empty folders were created by `write`; removing a folder that is not empty fails.
    for (let folder = dirname(name); folder !== '.'; folder = dirname(folder))
      await rmdir(join(this.#folder, folder)).catch(() => {})
  }
}

/** What a step has written to `public/_quire/`, by name. */
export function listPublicFiles(projectDir: string, step: Step): Promise<string[]> {
  return readList(join(workspace(projectDir).publicLists, `${step}.txt`))
}

async function readList(file: string): Promise<string[]> {
  // Without a list it is unknown which files this step wrote, so none is deleted.
  const list = await readFile(file, 'utf8').catch(() => '')
  return [...new Set(list.split('\n'))].filter(isPlainName)
}

/** The list could have been edited: a name that points outside the folder is ignored. */
function isPlainName(name: string): boolean {
  return (
    /^[^\\/]+(?:\/[^\\/]+)*$/.test(name) && !name.split('/').some((part) => part === '..' || part === '.')
  )
}

/** A build step that writes files to be served. */
type Step = 'markdown' | 'media' | 'katex' | 'enhance' | 'responses' | 'search'
