import type { IndexedPage, IndexedSite } from '../../model/content-index'
import type { Image, PostSummary } from '../../model/post'
import { SHARE_IMAGE_SIZE, type ShareCard, shareImageUrl, toShareCard } from '../../share-images/share-card'
import type { ShareColors } from '../../share-images/theme-colors'
import { toImage } from '../body/image'

/**
 * The share images of published documents that have no picture from the author; if the author set one for all in
 * `site.yaml`, there are none.
 * @param posts only published ones, and so `pages`
 */
export function createShareImages(
  site: IndexedSite,
  posts: readonly PostSummary[],
  pages: readonly IndexedPage[],
  { colors, canDraw }: ShareOptions,
): ShareImages {
  const picture = toImage(site.image, site.pictures)

  const entryOf = (place: string, card: ShareCard): Drawn => ({
    card,
    colors,
    url: shareImageUrl(place, card, colors),
  })
  const ofPost = (post: PostSummary) => entryOf(`posts/${post.slug}`, toShareCard(site, post))
  const ofPage = ({ slug, title, lang }: Pick<IndexedPage, 'slug' | 'title' | 'lang'>) =>
    entryOf(`pages/${slug}`, toShareCard(site, { title, lang }))
  const ofSite = () => entryOf('site', toShareCard(site, {}))
  const toShared = ({ card, url }: Drawn): Image | undefined =>
    canDraw(card)
      ? { url, ...SHARE_IMAGE_SIZE, alt: [card.title, card.site].filter(Boolean).join(' — ') }
      : undefined

  let all: Map<string, Drawn> | undefined
  const listAll = (): Map<string, Drawn> => {
    const drawn = picture
      ? []
      : [
          ofSite(),
          ...posts.filter(({ image }) => !image).map(ofPost),
          ...pages.filter(({ image }) => !image).map(ofPage),
        ]
    return new Map(drawn.filter(({ card }) => canDraw(card)).map((each) => [each.url, each]))
  }

  return {
    imageOf: (document) => {
      if (document?.image ?? picture) return document?.image ?? picture
      if (document === undefined) return toShared(ofSite())
      return toShared('authors' in document ? ofPost(document) : ofPage(document))
    },
    list: () => {
      all ??= listAll()
      return all
    },
  }
}

export interface ShareImages {
  /** The picture for link previews of a post, a page or the site itself: the author's, else a generated one. */
  imageOf(
    document?: PostSummary | (Pick<IndexedPage, 'slug' | 'title' | 'lang'> & { image?: Image }),
  ): Image | undefined
  /** Every picture that can be drawn, by its URL. */
  list(): ReadonlyMap<string, Drawn>
}

/** A picture that is drawn on request. */
export interface Drawn {
  card: ShareCard
  colors: ShareColors
  /** Root-relative. */
  url: string
}

export interface ShareOptions {
  /** Of the theme. */
  colors: ShareColors
  /** Whether there is a font for every character. */
  canDraw: (card: ShareCard) => boolean
}
