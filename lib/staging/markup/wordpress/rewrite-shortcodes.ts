import { writeTag } from '../tag-text'
import { isShortcode, readShortcode, type ShortcodeMeaning } from './shortcode'

/**
 * Shortcodes that a tool has left in Markdown which it made of WordPress posts: each becomes a tag that the pipeline
 * knows. Square brackets are Markdown's too, so only what cannot be a link is one: it has attributes or an end. The number
 * of lines stays.
 * @param lines outside of fences; code spans are left alone
 */
export function rewriteShortcodes(lines: readonly string[], isCode: readonly boolean[]): string[] {
  const made = [...lines]
  for (let start = 0; start < made.length; start++) {
    if (isCode[start]) continue
    let end = start
    while (end + 1 < made.length && !isCode[end + 1]) end++
    const text = made.slice(start, end + 1).join('\n')
    if (mayHoldShortcodes(text)) made.splice(start, end + 1 - start, ...rewriteText(text).split('\n'))
    start = end
  }
  return made
}

/** Whether a text holds something that may be one. */
export function mayHoldShortcodes(text: string): boolean {
  return MARK.test(text)
}

const MARK =
  /\\?\[(?:caption|wp_caption|gallery|embed|audio|video|code|sourcecode|highlight|youtube|vimeo|tweet|gist|soundcloud|spotify)\b/i

/** Code spans, which stay, or a shortcode with what it encloses. Some converters escape the brackets. */
const SHORTCODE =
  /(?<!`)(`+)(?!`)(?:(?!(?<!`)\1(?!`))[\s\S])*(?<!`)\1(?!`)|(?<![!\\\]`])\\?\[([A-Za-z]\w*)((?:[\s=](?:[^[\]"']|"[^"]*"|'[^']*')*)?)\/?\\?\](?![(:]|\[(?![!/]))(?:((?:(?!\\?\[\2\b)[\s\S])*?)\\?\[\/\2\\?\])?/g

function rewriteText(text: string): string {
  const definitions = new Set(
    [...text.matchAll(/^ {0,3}(\[[^\]\n]+\]):/gm)].map(([, name = '']) => name.toLowerCase()),
  )
  return text.replaceAll(SHORTCODE, (source: string, ...groups: (string | undefined)[]) => {
    const [, name, escaped = '', inner] = groups
    if (!name || !isShortcode(name)) return source
    const written = escaped.replaceAll('\\_', '_').replaceAll('\\', '')
    // `[video]` alone may be a link whose address is written elsewhere.
    if (inner === undefined && (!/[=\s]\S/.test(written) || definitions.has(source.toLowerCase())))
      return source
    const meaning = readShortcode({ name, written, inner })
    const tag = meaning && writeMeaning(meaning, source)
    return tag === undefined ? source : withLinesOf(tag, source)
  })
}

function writeMeaning(meaning: ShortcodeMeaning, source: string): string | undefined {
  switch (meaning.as) {
    case 'figure': {
      const caption = meaning.caption
        .split('\n')
        .map((line) => line.trim())
        .join(' ')
      if (meaning.picture === '') return `{% figure %}${meaning.rest}{% endfigure %}`
      return `${writeTag('figure', { caption: caption || undefined })}${meaning.picture}{% endfigure %}`
    }
    case 'gallery':
      // The pictures are numbers in the old database, so the shortcode stays; the tag reports it.
      return writeTag('gallery', { ids: meaning.ids?.join(','), written: source })
    case 'embed':
      return writeTag('embed', { url: meaning.url })
    case 'provider':
      return writeTag(meaning.name, { id: meaning.id })
    case 'media': {
      const { as: _, tag, ...attributes } = meaning
      return writeTag(tag, attributes)
    }
    case 'code':
      if (!source.includes('\n')) return inSpan(meaning.code)
      return `{% highlight ${meaning.language || 'text'} %}\n${meaning.code}\n{% endhighlight %}`
    case 'more':
      return undefined
  }
}

function inSpan(code: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const marks = '`'.repeat(longest + 1)
  return /^`|`$/.test(code) ? `${marks} ${code} ${marks}` : marks + code + marks
}

/** Messages name lines: a tag that is shorter than what it replaces is filled up, behind it. */
function withLinesOf(tag: string, source: string): string {
  const missing = source.split('\n').length - tag.split('\n').length
  return missing > 0 ? tag + '\n'.repeat(missing) : tag
}
