import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { nameOfFile } from '../staging/blogs/post-name'
import { shortenSlug, slugify, splitDatePrefix } from '../urls/slug'

/** The result of creating a post. */
export type CreateResult =
  | { outcome: 'created' | 'exists'; file: string; slug: string }
  | { outcome: 'no-name'; file?: undefined }

/**
 * Creates a post: a file named after its title, with today's date in the time zone of the site.
 * @param contentDir the author's folder
 * @param options.bundle creates a folder with `index.md`, for a post with pictures
 * @returns `exists` if a post already has this slug, with its file; nothing is written
 * @throws if the disk is full or read-only; no half-written post is left behind
 */
export async function createPost(
  contentDir: string,
  title: string,
  options: CreateOptions,
): Promise<CreateResult> {
  const slug = shortenSlug(slugify(title))
  if (slug === '') return { outcome: 'no-name' }
  const postsDir = join(contentDir, 'posts')
  await mkdir(postsDir, { recursive: true })
  const taken = await findPost(postsDir, slug)
  if (taken) return { outcome: 'exists', file: join(postsDir, taken), slug }
  const folder = options.bundle ? join(postsDir, slug) : postsDir
  const file = options.bundle ? join(folder, 'index.md') : join(folder, `${slug}.md`)
  if (options.bundle) await mkdir(folder, { recursive: true })
  try {
    return { outcome: (await writeNew(file, beginningOf(title, options))) ? 'created' : 'exists', file, slug }
  } catch (error) {
    if (options.bundle) await rm(folder, { recursive: true, force: true })
    throw error
  }
}

function beginningOf(title: string, { draft, tags = [], series, now, timeZone }: CreateOptions): string {
  const lines = [
    '---',
    `title: ${JSON.stringify(title)}`,
    `date: ${DateTime.fromJSDate(now).setZone(timeZone).toISODate()}`,
    ...(tags.length > 0 ? [`tags: [${tags.map((tag) => JSON.stringify(tag)).join(', ')}]`] : []),
    ...(series ? [`series: ${JSON.stringify(series)}`] : []),
    ...(draft ? ['draft: true'] : []),
    '---',
    '',
    '',
  ]
  return lines.join('\n')
}

/** Writes a file unless it exists. @returns whether it was written */
async function writeNew(file: string, text: string): Promise<boolean> {
  const handle = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined
    throw error
  })
  if (!handle) return false
  try {
    await handle.writeFile(text)
    await handle.sync()
    return true
  } catch (error) {
    // An empty post would be published as one.
    await rm(file, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

/** A file or folder that gives the same slug, with or without a date before its name. */
async function findPost(postsDir: string, slug: string): Promise<string | undefined> {
  const names = await readdir(postsDir)
  return names.find((name) => slugify(splitDatePrefix(nameOfFile(name)).rest) === slug)
}

interface CreateOptions {
  draft: boolean
  /** The current time, for the date of the post. */
  now: Date
  /** IANA name. */
  timeZone: string
  tags?: string[]
  series?: string
  bundle?: boolean
}
