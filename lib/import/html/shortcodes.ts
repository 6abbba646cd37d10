import { readArguments } from '../../markdown/tags/read-arguments'
import { findTag } from '../../markdown/tags/table/table'

/** A WordPress shortcode: `[name attributes]inner[/name]`. */
interface Shortcode {
  source: string
  name: string
  /** The attributes as written. */
  written: string
  /** Undefined if nothing closes it. */
  inner?: string
}

export interface ShortcodeContext {
  /** URLs of attachments by their number, for galleries. */
  attachments: ReadonlyMap<string, string>
  /** Attachments of the post itself, which `[gallery]` without numbers shows. */
  own: readonly string[]
  /** Hides Markdown from the conversion. @returns HTML that stands for it */
  keep: (markdown: string) => string
  /** Called for each shortcode that means nothing here; it stays in the text. */
  onUnknown: (source: string) => void
}

/**
 * Resolves the shortcodes of a WordPress post. Those of WordPress itself become HTML or a code fence; any other that
 * the tag table knows (`youtube`, `gist` …) becomes that tag; the rest stays in the text and is reported.
 * @see https://codex.wordpress.org/Shortcode and https://wordpress.com/support/wordpress-editor/blocks/shortcode-block/
 */
export function resolveShortcodes(html: string, context: ShortcodeContext): string {
  return html.replaceAll(SHORTCODE, (source: string, ...groups: unknown[]) => {
    const [open, name = '', written = '', inner, close] = groups.map((each) =>
      typeof each === 'string' ? each : undefined,
    )
    // `[[name]]` shows `[name]`.
    if (open && close) return source.slice(1, -1)
    const code: Shortcode = { source, name: name.toLowerCase(), written: decode(written), inner }
    const resolve = OWN.get(code.name)
    return resolve ? resolve(code, context) : resolveOther(code, context)
  })
}

/** Names begin with a letter: `[1]` is a note. The end tag must repeat the name. */
const SHORTCODE =
  /(\[)?\[([A-Za-z][\w-]*)((?:\s+(?:[^[\]"']|"[^"]*"|'[^']*')*)?)\/?\](?:([\s\S]*?)\[\/\2\])?(?<!\\)(\])?/g

const OWN = new Map<string, (code: Shortcode, context: ShortcodeContext) => string>([
  ['caption', readCaption],
  ['wp_caption', readCaption],
  ['gallery', readGallery],
  ['embed', ({ inner = '' }, context) => bareAddress(inner, context)],
  ['code', readCode],
  ['sourcecode', readCode],
  ['highlight', readCode],
  ['audio', (code) => media('audio', code)],
  ['video', (code) => media('video', code)],
  ['more', () => '<!--more-->'],
])

/** `[caption id="…" width="300"]<img> The words[/caption]`, or with `caption="The words"`. */
function readCaption({ inner = '', written }: Shortcode, context: ShortcodeContext): string {
  const { caption } = readArguments(written).named
  const picture = /^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0] ?? ''
  const words = caption ?? inner.slice(picture.length).trim()
  return `\n\n<figure>${picture || resolveShortcodes(inner, context)}${picture && words ? `<figcaption>${words}</figcaption>` : ''}</figure>\n\n`
}

function readGallery(
  { source, written }: Shortcode,
  { attachments, own, onUnknown }: ShortcodeContext,
): string {
  const { ids, include } = readArguments(written).named
  const numbers = (ids ?? include)?.split(',').map((id) => id.trim())
  const urls = numbers?.flatMap((id) => attachments.get(id) ?? []) ?? own
  if (urls.length === 0 || (numbers && urls.length < numbers.length)) onUnknown(source)
  if (urls.length === 0) return source
  return `\n\n${urls.map((url) => `<p><img src="${escapeAttribute(url)}" alt=""></p>`).join('\n')}\n\n`
}

function readCode({ inner, written, source }: Shortcode, { keep, onUnknown }: ShortcodeContext): string {
  if (inner === undefined) {
    onUnknown(source)
    return source
  }
  const { named, positional } = readArguments(written)
  const lang = named.lang ?? named.language ?? named.title ?? positional[0] ?? ''
  const code = decode(inner).replace(/^\r?\n|\s+$/g, '')
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(Math.max(3, longest + 1))
  return `\n\n${keep(`${fence}${/^[\w+#-]+$/.test(lang) ? lang : ''}\n${code}\n${fence}`)}\n\n`
}

function media(tag: 'audio' | 'video', { written }: Shortcode): string {
  const { named, positional } = readArguments(written)
  const src =
    named.src ?? named.mp4 ?? named.webm ?? named.m4v ?? named.mp3 ?? named.ogg ?? positional[0] ?? ''
  const poster = named.poster ? ` poster="${escapeAttribute(named.poster)}"` : ''
  return `\n\n<${tag} controls src="${escapeAttribute(src)}"${poster}></${tag}>\n\n`
}

function resolveOther({ name, written, inner, source }: Shortcode, context: ShortcodeContext): string {
  const address = decode((inner ?? written).trim().replace(/^=/, ''))
  if (/^https?:\/\/\S+$/.test(address) && findTag(name, {})) return bareAddress(address, context)
  if (!findTag(name, {}) || inner !== undefined) {
    context.onUnknown(source)
    return source
  }
  return `\n\n${context.keep(`{{< ${name} ${written.trim()} >}}`)}\n\n`
}

/** An address alone in its paragraph: players, posts and cards are made of it when the page is built. */
function bareAddress(address: string, { keep }: ShortcodeContext): string {
  return `\n\n${keep(`{{< embed "${decode(address).trim()}" >}}`)}\n\n`
}

/** What the editor encoded in attributes and code. */
function decode(text: string): string {
  return text
    .replaceAll(/&(?:quot|#0?34|#822[01]|#8243);/g, '"')
    .replaceAll(/&(?:#0?39|apos|#821[67]);/g, "'")
    .replaceAll(/&(?:lt|#0?60);/g, '<')
    .replaceAll(/&(?:gt|#0?62);/g, '>')
    .replaceAll(/&(?:#0?91);/g, '[')
    .replaceAll(/&(?:#0?93);/g, ']')
    .replaceAll(/&(?:amp|#0?38);/g, '&')
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
