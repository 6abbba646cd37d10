import type { Config, DialectRecord } from '../../dialects/dialect'
import { readFields } from '../front-matter/read-fields'
import { readFrontMatter } from '../front-matter/read-front-matter'

/**
 * The old URLs that the start page of a blog claims in its front matter. This site has its own start page, to which they lead.
 * @param paths the files of the blog, relative to its root
 * @returns `/` by URL
 */
export async function readStartAliases(
  record: DialectRecord,
  paths: readonly string[],
  config: Config,
  read: (path: string) => Promise<string>,
): Promise<Record<string, string>> {
  const page = paths.find((path) => START.test(path) && !record.pageUrl?.(path, config))
  if (page === undefined || !record.pageUrl) return {}
  const { aliases = [] } = readFields(readFrontMatter(await read(page)).entries, record, 'imported').fields
  return Object.fromEntries(aliases.map((alias) => [alias, '/']))
}

/** The folders are those in which systems have their content. */
const START = /^(?:(?:content|source|src|pages|src\/pages|docs)\/)?_?index\.(?:md|markdown|html?)$/
