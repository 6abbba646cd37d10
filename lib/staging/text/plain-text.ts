import { parseEntities } from 'parse-entities'

/**
 * The text of a title or summary that was written for a template that rendered it as Markdown or HTML.
 * Removes markup that is not meant to be shown: entities, HTML tags, links, strong and emphasised words,
 * the backticks of code. Everything that may be literal stays: `__init__`, `a * b`, `Vec<T>`.
 */
export function plainText(text: string): string {
  // These rules look ahead for an end: in a text far longer than a summary that takes minutes.
  if (text.length > MAX_LENGTH) return text.replace(/\s+/g, ' ').trim()
  return parseEntities(text)
    .replace(
      /<\/?(?:a|abbr|b|br|cite|code|del|em|i|img|ins|kbd|mark|p|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>/gi,
      '',
    )
    .replace(/!?\[([^\][]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/(`+)(.+?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])(\*\*?)(?=\S)([^*]+?)(?<=\S)\1(?![\p{L}\p{N}*])/gu, '$2')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Characters. Summaries have some hundreds. */
const MAX_LENGTH = 10_000
