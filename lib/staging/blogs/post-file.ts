import { join } from 'node:path'
import type { Config, DialectRecord } from '../../dialects/dialect'
import type { PostFile } from './blog'
import { nameOfFile } from './post-name'

/**
 * @param dir absolute path of the blog's root
 * @param root the same, relative to the project
 * @param inBlog the file's path below it
 */
export function postFile(
  dir: string,
  root: string,
  inBlog: string,
  { isDraft = isBelowDrafts, splitLanguage }: DialectRecord,
  config: Config = {},
): PostFile {
  const { path: addressPath, lang } = splitLanguage?.(inBlog, config) ?? { path: inBlog }
  return {
    path: join(dir, inBlog),
    file: `${root}/${inBlog}`,
    inBlog,
    addressPath,
    name: nameOfFile(addressPath),
    draft: isDraft(inBlog),
    ...(lang && { lang }),
  }
}

function isBelowDrafts(path: string): boolean {
  return /(?:^|\/)_drafts\//.test(path)
}
