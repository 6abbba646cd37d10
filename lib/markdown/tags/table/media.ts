import type { Meaning, TagPicture, TagRow, TagUse } from './meaning'

type Figure = Extract<Meaning, { as: 'figure' }>

/** Tags that show a picture, video or audio file of the author. */
export const mediaTags: TagRow[] = [
  { names: ['figure', 'fig'], holds: 'maybe', read: readFigure },
  { names: ['img', 'image', 'picture'], holds: 'nothing', inline: true, read: readImg },
  { names: ['video'], holds: 'nothing', read: (use) => readMedia(use, 'video') },
  { names: ['audio'], holds: 'nothing', read: (use) => readMedia(use, 'audio') },
  { names: ['gallery'], holds: 'maybe', read: readGallery },
]

/** Hugo's `src alt caption title class link target rel width height loading attr attrlink`; Jekyll's `caption:"…" class:"…"`. */
function readFigure({ args: { positional, named } }: TagUse): Meaning | undefined {
  const picture = pictureOf(named, positional[0])
  const classes = wordsOf(named.class)
  return {
    as: 'figure',
    ...(picture ? { picture } : {}),
    ...(classes.length > 0 ? { classes } : {}),
    ...captionsOf(named),
  }
}

function captionsOf(named: Record<string, string>): Pick<Figure, 'caption' | 'credit'> | undefined {
  const { title, attr, attrlink } = named
  const caption = joinCaption(title, named.caption)
  if (!caption && !attr) return undefined
  return {
    ...(caption ? { caption } : {}),
    ...(attr ? { credit: { text: attr, ...(attrlink ? { url: attrlink } : {}) } } : {}),
  }
}

/**
 * Octopress: `[classes] src [w [h]] [title | "title" ["alt"]]`. Hugo: `src= caption= alt= title= attr= attrlink= link=`.
 * @see https://github.com/imathis/octopress/blob/master/plugins/image_tag.rb
 */
function readImg({ args, written }: TagUse): Meaning | undefined {
  const { named, positional } = args
  const source = named.src ?? named.path ?? named.url
  if (source) {
    const picture = pictureOf({ ...named, src: source })
    if (!picture) return undefined
    const captions = captionsOf(named)
    return captions ? { as: 'figure', picture, ...captions } : { as: 'picture', picture }
  }
  const place = positional.findIndex(isPicture)
  const src = positional[place]
  if (!src) return undefined
  const rest = positional.slice(place + 1)
  const sizes = rest.slice(0, 2).filter((argument) => /^\d+(?:px|%)?$/.test(argument))
  const quoted = [...written.slice(written.indexOf(src) + src.length).matchAll(/"([^"]*)"|'([^']*)'/g)]
  const [title, alt] = quoted.map((match) => match[1] ?? match[2] ?? '')
  const words = quoted.length > 0 ? title : rest.slice(sizes.length).join(' ')
  return {
    as: 'picture',
    picture: {
      src,
      alt: alt ?? words ?? '',
      ...(words ? { title: words } : {}),
      ...(sizes[0] ? { width: sizes[0] } : {}),
      ...(sizes[1] ? { height: sizes[1] } : {}),
      ...(place > 0 ? { classes: positional.slice(0, place) } : {}),
    },
  }
}

function readMedia({ args: { positional, named } }: TagUse, tagName: 'video' | 'audio'): Meaning | undefined {
  const src = named.src ?? named.file ?? named.url ?? named.mp4 ?? named.webm ?? positional[0]
  if (!src) return undefined
  const [, width, height, poster = named.poster] = positional
  const caption = named.caption ?? named.title
  const properties = {
    ...(tagName === 'video' && poster ? { poster } : {}),
    ...((named.width ?? width) ? { width: named.width ?? width ?? '' } : {}),
    ...((named.height ?? height) ? { height: named.height ?? height ?? '' } : {}),
  }
  return { as: 'media', tagName, src, ...(caption ? { caption } : {}), properties }
}

/** Pictures between the tags, or their URLs: a folder name alone is not enough to find pictures. */
function readGallery({ args: { positional, named } }: TagUse): Meaning | undefined {
  const pictures = positional.filter(isPicture)
  if (pictures.length > 0)
    return { as: 'markdown', markdown: pictures.map((src) => `![](<${src}>)`).join('\n') }
  if (named.dir ?? named.match ?? named.id ?? named.ids) return undefined
  return {
    as: 'figure',
    classes: ['gallery', ...wordsOf(named.class)],
    ...(named.caption ? { caption: named.caption } : {}),
  }
}

/** Whether an argument names a picture. */
export function isPicture(argument: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)(?:[?#]\S*)?$/i.test(argument)
}

function pictureOf(named: Record<string, string>, first?: string): TagPicture | undefined {
  const src = named.src ?? named.image ?? named.image_path ?? (first && isPicture(first) ? first : undefined)
  if (!src) return undefined
  const { alt, width, height, link, target, rel, loading } = named
  const given = { alt, width, height, link: link ?? named.url, target, rel, loading }
  const picture: TagPicture = { src }
  for (const key of ['alt', 'width', 'height', 'link', 'target', 'rel', 'loading'] as const) {
    const value = given[key]
    if (value) picture[key] = value
  }
  return picture
}

/** Hugo shows a figure's title as the heading of its caption. */
function joinCaption(title: string | undefined, caption: string | undefined): string | undefined {
  return title && caption ? `**${title}** ${caption}` : (caption ?? title)
}

function wordsOf(text: string | undefined): string[] {
  return text?.split(/\s+/).filter((word) => word !== '') ?? []
}
