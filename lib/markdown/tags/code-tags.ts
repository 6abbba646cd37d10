import type { MarkdownSettings } from '../../model/document'
import { ownValue } from '../../model/records'
import { findTag } from './table/table'

/**
 * Unknown tags that contain code: a pair with a language among its arguments. The content of such a tag is not Markdown, so
 * this is known before the text is parsed.
 * @returns the names in the form of `tags:` in site.yaml
 */
export function findCodeTags(body: string, settings: MarkdownSettings): Record<string, string> {
  const names = [...body.matchAll(OPENING)].map((match) => match[1] ?? match[2] ?? '')
  const unknown = [...new Set(names)].filter(
    (name) => !findTag(name, settings.tags) && !ownValue(settings.ownTags ?? {}, name),
  )
  return Object.fromEntries(unknown.filter((name) => isPair(name, body)).map((name) => [name, 'highlight']))
}

function isPair(name: string, body: string): boolean {
  return new RegExp(`\\{\\{[<%]\\s*/\\s*${name}\\s*[%>]\\}\\}|\\{%-?\\s*end${name}\\s*-?%\\}`).test(body)
}

const OPENING =
  /\{\{[<%]\s*([\w-]+)\s[^\n{}]{0,300}?\blang(?:uage)?=["\w][^\n{}]{0,300}?[%>]\}\}|\{%-?\s*([\w-]+)\s[^\n{}]{0,300}?\blang(?:uage)?=["\w][^\n{}]{0,300}?%\}/g
