import type { MarkdownSettings } from '../../model/document'
import { wordsOfTag } from './own/words-of-tag'
import { readArguments } from './read-arguments'
import type { Tag } from './read-tag'
import { findTag } from './table/table'

/**
 * The URL, or its beginning, of a tag that is written instead of it: `{% post_url a %}`, `{{< ref "a.md" >}}`, or a tag of the
 * site that stands for words, as `{{< baseurl >}}`.
 * @param settings the author's names for tags, and the site's own tags
 * @returns undefined for a tag that is not a URL
 */
export function addressOf(
  tag: Tag,
  { tags, ownTags = {} }: Pick<MarkdownSettings, 'tags' | 'ownTags'>,
): string | undefined {
  if (tag.kind !== 'open') return undefined
  const row = findTag(tag.name, tags)
  if (!row) return wordsOfTag(ownTags, tag.name, tag.arguments)
  if (!row.inline) return undefined
  const use = { name: tag.name, args: readArguments(tag.arguments), written: tag.arguments, text: '' }
  const meaning = row.read(use)
  if (meaning?.as === 'address') return meaning.url
  return meaning?.as === 'embed' ? meaning.embed.url : undefined
}
