import { parseEntities } from 'parse-entities'

/**
 * The text of a title or summary that was written for a template which ran Markdown or HTML over it.
 * Takes out the marks that nobody means to be read: entities, tags of HTML, links, strong and emphasised words,
 * the ticks of code. Everything that may be meant stays: `__init__`, `a * b`, `Vec<T>`.
 */
export function plainText(text: string): string {
  // These rules look ahead for an end: in what is no summary any more that takes minutes.
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
