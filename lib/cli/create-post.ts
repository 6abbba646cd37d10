import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { nameOfFile } from '../staging/blogs/post-name'
import { slugify, splitDatePrefix } from '../urls/slug'

/** What became of the wish for a post. */
export type CreateResult =
  | { outcome: 'created' | 'exists'; file: string }
  | { outcome: 'no-name'; file?: undefined }

/**
 * Writes the beginning of a post: a file named after its title, with the day on the author's calendar.
 * @param contentDir the author's folder
 * @param options.now the moment whose local day is written
 * @returns `exists` where any post would have the same address; that file is named and nothing is written
 */
export async function createPost(
  contentDir: string,
  title: string,
  options: { draft: boolean; now: Date },
): Promise<CreateResult> {
  const slug = slugify(title)
  if (slug === '') return { outcome: 'no-name' }
  const postsDir = join(contentDir, 'posts')
  await mkdir(postsDir, { recursive: true })
  const taken = await findPost(postsDir, slug)
  if (taken) return { outcome: 'exists', file: join(postsDir, taken) }
  const file = join(postsDir, `${slug}.md`)
  const lines = [
    '---',
    `title: ${JSON.stringify(title)}`,
    `date: ${DateTime.fromJSDate(options.now).toISODate()}`,
    ...(options.draft ? ['draft: true'] : []),
    '---',
    '',
    '',
  ]
  try {
    await writeFile(file, lines.join('\n'), { flag: 'wx' })
    return { outcome: 'created', file }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return { outcome: 'exists', file }
    throw error
  }
}

/** A file or folder that gives the same address, with or without a date before its name. */
async function findPost(postsDir: string, slug: string): Promise<string | undefined> {
  const names = await readdir(postsDir)
  return names.find((name) => slugify(splitDatePrefix(nameOfFile(name)).rest) === slug)
}
