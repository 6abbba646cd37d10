import { findCodeLines } from '../../model/code-lines'
import { plainText } from './plain-text'

/**
 * The text of a document's first heading of the first level, for posts without a title in the front matter.
 * @param body Markdown
 * @returns plain text; undefined if there is none outside code
 */
export function findFirstHeading(body: string): string | undefined {
  const isCode = findCodeLines(body)
  let before = ''
  for (const [index, line] of body.split('\n').entries()) {
    if (isCode[index]) continue
    const [, atx] = /^ {0,3}#(?!#)[ \t]*(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line) ?? []
    if (atx && /\S/.test(atx)) return clean(atx)
    if (/^ {0,3}=+[ \t]*$/.test(line) && /^ {0,3}\S/.test(before)) return clean(before)
    before = line
  }
  return undefined
}

/** Without the id that some systems put after a heading: `Title {#id}`. */
function clean(heading: string): string {
  return plainText(heading.trimEnd().replace(/\{[:#.][^{}]*\}$/, ''))
}
