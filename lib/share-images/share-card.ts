import { createHash } from 'node:crypto'
import { formatDate } from '../dates'
import type { Person, Site } from '../model/document'
import type { ShareColors } from './theme-colors'

/** What a share image shows. */
export interface ShareCard {
  title: string
  /** The name of the site. Absent if it is the title. */
  site?: string
  /** Names, joined in the card's language. Absent if the site has the author's name. */
  author?: string
  /** Formatted in the card's language. */
  date?: string
  /** BCP 47. */
  lang: string
}

/** The card of a post, a page or, without a title, of the site itself. */
export function toShareCard(
  site: Pick<Site, 'title' | 'author' | 'language'>,
  { title, authors = [site.author], date, lang = site.language }: Shared,
): ShareCard {
  const names = authors.map(({ name }) => name).filter((name) => name !== '' && name !== site.title)
  return {
    title: title ?? site.title,
    site: title === undefined ? undefined : site.title,
    author: names.length > 0 ? new Intl.ListFormat(lang).format(names) : undefined,
    date: date && formatDate(date, lang),
    lang,
  }
}

/**
 * The URL of a card's picture: it changes with the card, so that the picture can be cached forever.
 * @param place `posts/<slug>`, `pages/<slug>` or `site`
 * @returns root-relative
 */
export function shareImageUrl(place: string, card: ShareCard, colors: ShareColors): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([DESIGN, card, colors]))
    .digest('hex')
    .slice(0, 16)
  return `/og/${place.split('/').map(encodeURIComponent).join('/')}/${hash}.png`
}

/** In pixels: Facebook, LinkedIn, X and Mastodon show this size without cropping. */
export const SHARE_IMAGE_SIZE = { width: 1200, height: 630 }

/** Increment it whenever the same card looks different: `card-layout.ts`, `faces.ts`, versions of fonts. */
const DESIGN = 1

interface Shared {
  title?: string
  authors?: readonly Person[]
  /** As the author wrote it. */
  date?: string
  lang?: string
}
