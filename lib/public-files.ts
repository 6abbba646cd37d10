import { existsSync } from 'node:fs'
import { appendFile, mkdir, readFile, rmdir, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PUBLIC_BASE } from './urls/public-base'
import { workspace } from './workspace'
import { writeFileAtomic } from './write-file'

/**
 * The files that one step of a build puts below `public/_quire/`. A list in `.quire/public/` remembers what the step
 * wrote, and only what is on that list is ever deleted: a file that somebody else put there stays.
 */
export class PublicFiles {
  readonly #folder: string
  readonly #list: string
  readonly #names = new Set<string>()

  /**
   * @param projectDir absolute path of the folder that holds package.json
   * @param step names the list; each step that writes has its own, so that two never disagree about one
   */
  constructor(projectDir: string, step: Step) {
    const { publicFiles, publicLists } = workspace(projectDir)
    this.#folder = publicFiles
    this.#list = join(publicLists, `${step}.txt`)
  }

  /**
   * Writes a file, unless one of this name is there: names hold a hash or a version of the content.
   * @param name relative to `public/_quire`, with forward slashes
   * @returns the URL it is served from
   */
  async write(name: string, content: string | Uint8Array): Promise<string> {
    this.#names.add(name)
    const target = join(this.#folder, name)
    if (!existsSync(target)) {
      // Listed first: what a run that is killed leaves behind is deleted by the next.
      await mkdir(dirname(this.#list), { recursive: true })
      await appendFile(this.#list, `${name}\n`)
      await writeFileAtomic(target, content)
    }
    return `${PUBLIC_BASE}/${name}`
  }

  /** Deletes what this step wrote, now or in an earlier run, and this run did not ask for. */
  async removeStale(): Promise<void> {
    const own = await readList(this.#list)
    const stale = own.filter((name) => !this.#names.has(name))
    for (const name of stale) await this.#remove(name)
    const kept = own.filter((name) => this.#names.has(name))
    await writeFileAtomic(this.#list, kept.map((name) => `${name}\n`).join(''))
  }

  async #remove(name: string): Promise<void> {
    await unlink(join(this.#folder, name)).catch(() => {})
    // Folders that became empty were made by `write`; one that holds anything refuses.
    for (let folder = dirname(name); folder !== '.'; folder = dirname(folder))
      await rmdir(join(this.#folder, folder)).catch(() => {})
  }
}

/** What a step has put below `public/_quire/`, by name. */
export function listPublicFiles(projectDir: string, step: Step): Promise<string[]> {
  return readList(join(workspace(projectDir).publicLists, `${step}.txt`))
}

async function readList(file: string): Promise<string[]> {
  // Without a list nothing is known to be ours, so nothing is deleted.
  const list = await readFile(file, 'utf8').catch(() => '')
  return [...new Set(list.split('\n'))].filter(isPlainName)
}

/** The list is a file on a disk: a name that leads out of the folder is not ours, whoever wrote it. */
function isPlainName(name: string): boolean {
  return (
    /^[^\\/]+(?:\/[^\\/]+)*$/.test(name) && !name.split('/').some((part) => part === '..' || part === '.')
  )
}

/** A step of a build that writes files to be served. */
type Step = 'media' | 'katex' | 'enhance' | 'responses' | 'search'
