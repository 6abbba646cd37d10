import type { Config, DialectRecord } from '../../dialects/dialect'
import { isHtmlFile, isMarkdown } from '../../urls/markdown-files'

/**
 * Finds the documents that a system published by themselves, outside its posts: `about.md`, a section's `_index.md`.
 * @param paths every file of the blog, relative to its root
 * @param posts those of them that are posts
 */
export function selectPages(
  record: DialectRecord,
  paths: readonly string[],
  config: Config,
  posts: readonly string[],
): string[] {
  const isPost = new Set(posts)
  return paths.filter((path) => {
    if (isPost.has(path) || SPECIAL.test(path)) return false
    return (isMarkdown(path) || isHtmlFile(path)) && pageUrlOf(record, path, config) !== undefined
  })
}

/** The URL of a page by its path in the old blog. */
export function pageUrlOf(record: DialectRecord, path: string, config: Config): string | undefined {
  return record.pageUrl?.(record.splitLanguage?.(path, config).path ?? path, config)
}

/** Pages that every site has itself. */
const SPECIAL = /(?:^|\/)(?:404|500|offline|feed|rss|atom|sitemap)\.[^./]+$/i
