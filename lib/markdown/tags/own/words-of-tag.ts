import type { MarkdownSettings } from '../../../model/document'
import { ownValue } from '../../../model/records'
import { readArguments } from '../read-arguments'
import { expandTemplate } from './expand-template'

/**
 * The words that a site's own tag stands for: `https://old.example/` for `{{< baseurl >}}`.
 * @param written the arguments as written
 * @returns undefined for another tag, and for one whose template makes elements
 */
export function wordsOfTag(tags: OwnTags, name: string, written: string): string | undefined {
  const own = ownValue(tags, name)
  const [part, ...others] = (own && expandTemplate(own, readArguments(written), written)) ?? []
  const isWords = typeof part === 'object' && 'html' in part && !/[<&]/.test(part.html)
  return isWords && others.length === 0 ? part.html.trim() : undefined
}

type OwnTags = NonNullable<MarkdownSettings['ownTags']>
