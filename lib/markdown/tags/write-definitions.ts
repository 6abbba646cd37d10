import { findCodeLines } from '../../model/code-lines'
import type { MarkdownSettings } from '../../model/document'
import { addressOf } from './address'
import { readTag } from './read-tag'

/**
 * Replaces tags in link definitions with their URLs, `[id]: {% post_url 2020-01-02-a %}#part "Title"`:
 * CommonMark knows the definition, and so the links that name it, only if the URL contains no spaces. Lines keep
 * their places, and those within fences of code stay as they are.
 */
export function writeDefinitions(body: string, settings: Pick<MarkdownSettings, 'tags' | 'ownTags'>): string {
  if (!/^[ ]{0,3}\[[^\]\n^][^\]\n]*\]:[ \t]*<?\{[%{]/m.test(body)) return body
  const isCode = findCodeLines(body)
  const write = (line: string) =>
    line.replace(DEFINITION, (whole, head: string, tag: string) => {
      const url = addressOf(readTag(tag), settings)
      return url === undefined ? whole : head + url
    })
  return body
    .split('\n')
    .map((line, index) => (isCode[index] ? line : write(line)))
    .join('\n')
}

/** Not a note (`[^1]: {% post_url a %}`), whose text is no URL. */
const DEFINITION = /^([ ]{0,3}\[[^\]^][^\]]*\]:[ \t]*<?)(\{%.*?%\}|\{\{<.*?>\}\}|\{\{%.*?%\}\})/
