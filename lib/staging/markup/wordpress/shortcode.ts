/** What a shortcode of WordPress means. Texts are as written: HTML in an export, Markdown in a converted post. */
export type ShortcodeMeaning =
  /** A picture, perhaps inside a link, with its caption. `rest` if there is no picture at the start. */
  | { as: 'figure'; picture: string; caption: string; rest: string }
  | { as: 'gallery'; ids?: string[] }
  | { as: 'embed'; url: string }
  /** An id that only its provider can read. */
  | { as: 'provider'; name: string; id: string }
  | { as: 'media'; tag: 'audio' | 'video'; src: string; poster?: string; width?: string; height?: string }
  | { as: 'code'; language: string; code: string }
  | { as: 'more' }

export interface Shortcode {
  name: string
  /** The attributes as written. */
  written: string
  /** Undefined if nothing closes it. */
  inner?: string | undefined
}

/**
 * Reads a shortcode of WordPress itself or of its plugins for code and embeds. The import of an export and the rendering
 * of posts that another tool has converted both go by it.
 * @returns undefined if it is no such shortcode, or lacks what it needs
 * @see https://codex.wordpress.org/Shortcode and https://wordpress.com/support/wordpress-editor/blocks/shortcode-block/
 */
export function readShortcode({ name, written, inner }: Shortcode): ShortcodeMeaning | undefined {
  return READERS.get(name.toLowerCase())?.(readAttributes(decodeEntities(written)), inner)
}

/** Every name that `readShortcode` knows. */
export function isShortcode(name: string): boolean {
  return READERS.has(name.toLowerCase())
}

/** What editors encode in attributes and code. */
export function decodeEntities(text: string): string {
  return text
    .replaceAll(/&(?:quot|#0?34|#822[01]|#8243);/g, '"')
    .replaceAll(/&(?:#0?39|apos|#821[67]);/g, "'")
    .replaceAll(/&(?:lt|#0?60);/g, '<')
    .replaceAll(/&(?:gt|#0?62);/g, '>')
    .replaceAll(/&(?:#0?91);/g, '[')
    .replaceAll(/&(?:#0?93);/g, ']')
    .replaceAll(/&(?:amp|#0?38);/g, '&')
}

type Reader = (attributes: Attributes, inner: string | undefined) => ShortcodeMeaning | undefined

const READERS = new Map<string, Reader>([
  ['caption', readCaption],
  ['wp_caption', readCaption],
  ['gallery', readGallery],
  ['embed', (_, inner = '') => embedOf(inner)],
  ['audio', (attributes, inner) => readMedia('audio', attributes, inner)],
  ['video', (attributes, inner) => readMedia('video', attributes, inner)],
  ['code', readCode],
  ['sourcecode', readCode],
  ['highlight', readCode],
  ['more', () => ({ as: 'more' })],
  ...['youtube', 'vimeo', 'tweet', 'gist', 'soundcloud', 'spotify'].map(
    (name) => [name, (attributes: Attributes, inner = '') => readProvider(name, attributes, inner)] as const,
  ),
])

/** A picture of HTML or Markdown at the start, with the link around it. */
const PICTURE =
  /^\s*(?:<a\b[^>]*>\s*<img\b[^>]*>\s*<\/a>|<img\b[^>]*>|\[\s*!\[[^\]]*\]\([^)]*\)\s*\]\([^)]*\)|!\[[^\]]*\]\([^)]*\))/i

/** `[caption id="…" width="300"]PICTURE The words[/caption]`, or with `caption="The words"`. */
function readCaption({ named }: Attributes, inner: string | undefined): ShortcodeMeaning | undefined {
  if (inner === undefined) return undefined
  const picture = PICTURE.exec(inner)?.[0] ?? ''
  const rest = inner.slice(picture.length)
  return { as: 'figure', picture: picture.trim(), caption: (named.get('caption') ?? rest).trim(), rest }
}

function readGallery({ named }: Attributes): ShortcodeMeaning {
  const ids = named.get('ids') ?? named.get('include')
  return { as: 'gallery', ...(ids !== undefined && { ids: ids.split(',').map((id) => id.trim()) }) }
}

function readMedia(
  tag: 'audio' | 'video',
  { named, words }: Attributes,
  inner = '',
): ShortcodeMeaning | undefined {
  const src = SOURCES.map((name) => named.get(name)).find(Boolean) ?? words.find(isAddress) ?? ''
  if (src === '') return /^https?:\/\/\S+$/.test(inner.trim()) ? playerOf(tag, inner.trim()) : undefined
  const sizes = ['poster', 'width', 'height'].flatMap((name) => {
    const value = named.get(name)
    return value ? [[name, value]] : []
  })
  return { as: 'media', tag, src, ...Object.fromEntries(sizes) }
}

/** Formats as attributes, each with its file. @see https://wordpress.org/documentation/article/video-shortcode/ */
const SOURCES = ['src', 'mp4', 'm4v', 'webm', 'ogv', 'mov', 'mp3', 'm4a', 'ogg', 'wav', 'flac', 'wmv', 'flv']

/** `[video recording]` is prose, or a link. */
function isAddress(word: string): boolean {
  return /^(?:https?:\/\/|\/)\S|\.\w{2,4}$/.test(word)
}

function playerOf(tag: 'audio' | 'video', url: string): ShortcodeMeaning {
  return /\.(?:mp4|m4v|webm|ogv|mov|mp3|m4a|ogg|wav|flac)$/i.test(url)
    ? { as: 'media', tag, src: url }
    : { as: 'embed', url }
}

function readCode({ named, words }: Attributes, inner: string | undefined): ShortcodeMeaning | undefined {
  if (inner === undefined) return undefined
  const language = named.get('lang') ?? named.get('language') ?? named.get('title') ?? words[0] ?? ''
  return {
    as: 'code',
    language: /^[\w+#-]+$/.test(language) ? language : '',
    code: decodeEntities(inner)
      .replace(/^\r?\n/, '')
      .trimEnd(),
  }
}

/** `[youtube URL]`, `[youtube=URL&w=640]`, `[youtube id="…"]`, `[youtube]URL or id[/youtube]`. */
function readProvider(
  name: string,
  { named, words }: Attributes,
  inner: string,
): ShortcodeMeaning | undefined {
  const [word = ''] = words
  const target = decodeEntities(
    named.get('id') ?? named.get('url') ?? (inner.trim() || word.replace(/^=/, '')),
  )
  if (/^https?:\/\/\S+$/.test(target)) return { as: 'embed', url: target.replace(/[&?][wh]=\d+/g, '') }
  // `[youtube channel]` is prose, or a link; an id has more than letters of one case.
  return /^[\w/-]+$/.test(target) && /[\d_-]|[a-z][A-Z]/.test(target)
    ? { as: 'provider', name, id: target }
    : undefined
}

function embedOf(inner: string): ShortcodeMeaning | undefined {
  const url = decodeEntities(inner.replace(/^<(.*)>$/s, '$1')).trim()
  return /^https?:\/\/\S+$/.test(url) ? { as: 'embed', url } : undefined
}

interface Attributes {
  named: ReadonlyMap<string, string>
  words: readonly string[]
}

function readAttributes(written: string): Attributes {
  const named = new Map<string, string>()
  const words: string[] = []
  for (const match of written.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))|(=?\S+)/g)) {
    const [, name, double, single, bare, word] = match
    if (word !== undefined) words.push(word.replace(/^["']|["']$/g, ''))
    else if (name !== undefined) named.set(name.toLowerCase(), double ?? single ?? bare ?? '')
  }
  return { named, words }
}
