import { readArguments } from './read-arguments'
import type { Tag } from './read-tag'
import { findTag } from './table/table'

/**
 * The URL of a tag that is written instead of a URL: `{% post_url a %}`, `{{< ref "a.md" >}}`.
 * @param own the author's names for tags
 * @returns undefined for a tag that is not a URL
 */
export function addressOf(tag: Tag, own: Readonly<Record<string, string>>): string | undefined {
  const row = findTag(tag.name, own)
  if (tag.kind !== 'open' || !row?.inline) return undefined
  const use = { name: tag.name, args: readArguments(tag.arguments), written: tag.arguments, text: '' }
  const meaning = row.read(use)
  if (meaning?.as === 'address') return meaning.url
  return meaning?.as === 'embed' ? meaning.embed.url : undefined
}
