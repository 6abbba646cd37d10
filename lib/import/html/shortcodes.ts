import { findTag } from '../../markdown/tags/table/table'
import {
  decodeEntities,
  isShortcode,
  readShortcode,
  type Shortcode,
  type ShortcodeMeaning,
} from '../../staging/markup/wordpress/shortcode'

export interface ShortcodeContext {
  /** URLs of attachments by their number, for galleries. */
  attachments: ReadonlyMap<string, string>
  /** Attachments of the post itself, which `[gallery]` without numbers shows. */
  own: readonly string[]
  /** Protects Markdown from the conversion. @returns its placeholder in HTML */
  keep: (markdown: string) => string
  /** Called for each unknown shortcode; it stays in the text. */
  onUnknown: (source: string) => void
}

/**
 * Resolves the shortcodes of a WordPress post. Those of WordPress itself become HTML or a code fence; any other that
 * the tag table knows becomes that tag; the rest stays in the text and is reported.
 */
export function resolveShortcodes(html: string, context: ShortcodeContext): string {
  return html.replaceAll(SHORTCODE, (source: string, ...groups: unknown[]) => {
    const [open, name = '', written = '', inner, close] = groups.map((each) =>
      typeof each === 'string' ? each : undefined,
    )
    // `[[name]]` shows `[name]`.
    if (open && close) return source.slice(1, -1)
    const code: Shortcode = { name: name.toLowerCase(), written, inner }
    const meaning = readShortcode(code)
    const made = meaning
      ? writeHtml(meaning, context)
      : isShortcode(name)
        ? undefined
        : writeTag(code, context)
    if (made === undefined || isIncomplete(meaning, context)) context.onUnknown(source)
    return made ?? source
  })
}

/** Names begin with a letter: `[1]` is a footnote. The end tag must repeat the name. */
const SHORTCODE =
  /(\[)?\[([A-Za-z][\w-]*)((?:[\s=](?:[^[\]"']|"[^"]*"|'[^']*')*)?)\/?\](?:([\s\S]*?)\[\/\2\])?(?<!\\)(\])?/g

/** @returns undefined if it cannot be shown */
function writeHtml(meaning: ShortcodeMeaning, context: ShortcodeContext): string | undefined {
  switch (meaning.as) {
    case 'figure': {
      const { picture, caption, rest } = meaning
      const shown = picture || resolveShortcodes(rest, context)
      const words = picture && caption ? `<figcaption>${caption}</figcaption>` : ''
      return `\n\n<figure>${shown}${words}</figure>\n\n`
    }
    case 'gallery': {
      const urls = picturesOf(meaning, context)
      if (urls.length === 0) return undefined
      return `\n\n${urls.map((url) => `<p><img src="${escapeAttribute(url)}" alt=""></p>`).join('\n')}\n\n`
    }
    case 'embed':
      // A URL alone in its paragraph: the build turns it into a player, a post or a card.
      return `\n\n${context.keep(`{{< embed "${meaning.url}" >}}`)}\n\n`
    case 'provider':
      return `\n\n${context.keep(`{{< ${meaning.name} ${meaning.id} >}}`)}\n\n`
    case 'media': {
      const poster = meaning.poster ? ` poster="${escapeAttribute(meaning.poster)}"` : ''
      return `\n\n<${meaning.tag} controls src="${escapeAttribute(meaning.src)}"${poster}></${meaning.tag}>\n\n`
    }
    case 'code':
      return `\n\n${context.keep(fence(meaning.code, meaning.language))}\n\n`
    case 'more':
      return '<!--more-->'
  }
}

function picturesOf({ ids }: { ids?: string[] }, { attachments, own }: ShortcodeContext): readonly string[] {
  return ids?.flatMap((id) => attachments.get(id) ?? []) ?? own
}

/** Whether a gallery names pictures that the export does not hold. */
function isIncomplete(meaning: ShortcodeMeaning | undefined, context: ShortcodeContext): boolean {
  if (meaning?.as !== 'gallery' || !meaning.ids) return false
  const found = picturesOf(meaning, context).length
  return found > 0 && found < meaning.ids.length
}

/** A shortcode of a plugin that has the name of one of our tags. */
function writeTag({ name, written, inner }: Shortcode, { keep }: ShortcodeContext): string | undefined {
  if (!findTag(name, {})) return undefined
  const address = decodeEntities((inner ?? written).trim().replace(/^=/, ''))
  if (/^https?:\/\/\S+$/.test(address)) return `\n\n${keep(`{{< embed "${address}" >}}`)}\n\n`
  return inner === undefined
    ? `\n\n${keep(`{{< ${name} ${decodeEntities(written).trim()} >}}`)}\n\n`
    : undefined
}

function fence(code: string, language: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const marks = '`'.repeat(Math.max(3, longest + 1))
  return `${marks}${language}\n${code}\n${marks}`
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
