import type { Node } from '@takumi-rs/core'
import { directionOf } from '../direction'
import type { ShareCard } from './share-card'
import type { ShareColors } from './theme-colors'

/**
 * The layout of a card: the site at the top, the title in the middle, and below a thin line the author and the date.
 * @param families the fonts, the preferred one first
 */
export function layOutCard(shown: ShareCard, colors: ShareColors, families: readonly string[]): Node {
  const card = { ...shown, title: plainSpaces(shown.title), date: shown.date && plainSpaces(shown.date) }
  return {
    type: 'container',
    style: {
      width: '100%',
      height: '100%',
      display: 'flex',
      flexDirection: 'column',
      padding: '64px 76px 60px',
      backgroundColor: colors.paper,
      color: colors.ink,
      direction: directionOf(card.lang) ?? 'ltr',
      fontFamily: families.join(', '),
      fontSize: 32,
    },
    children: [
      { type: 'text', text: card.site ?? '', style: { ...ONE_LINE, fontWeight: 600, color: colors.accent } },
      {
        type: 'container',
        style: { flexGrow: 1, display: 'flex', alignItems: 'center' },
        children: [{ type: 'text', text: breakable(card), style: styleOfTitle(card.title) }],
      },
      { type: 'container', style: { height: 2, width: '100%', backgroundColor: colors.rule } },
      {
        type: 'container',
        style: {
          display: 'flex',
          justifyContent: 'space-between',
          gap: 40,
          paddingTop: 26,
          height: 70,
          color: colors.quiet,
        },
        children: [
          { type: 'text', text: card.author ?? '', style: { ...ONE_LINE, flexShrink: 1 } },
          { type: 'text', text: card.date ?? '', style: { ...ONE_LINE, flexShrink: 0 } },
        ],
      },
    ],
  }
}

/** Fonts lack rare spaces, such as the narrow one in Russian dates. */
function plainSpaces(text: string): string {
  return text.replace(/[\u2007\u202F]/g, '\u00A0').replace(/(?!\u00A0)\p{Zs}/gu, ' ')
}

const ONE_LINE = { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' } as const

/** The longer the title, the smaller the font, so that long titles fit: `[columns of Latin letters, pixels]`. */
const SIZES: readonly (readonly [number, number])[] = [
  [22, 108],
  [60, 84],
  [110, 68],
  [Number.POSITIVE_INFINITY, 54],
]

function styleOfTitle(title: string) {
  const columns = Array.from(title).reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0)
  const [, fontSize] = SIZES.find(([most]) => columns <= most) ?? [0, 54]
  const isUnspaced = UNSPACED.test(title)
  return {
    width: '100%',
    fontSize,
    fontWeight: 500,
    // Marks above and below a letter need this space.
    lineHeight: TALL.test(title) ? 1.35 : 1.15,
    letterSpacing: isUnspaced || TALL.test(title) ? 0 : '-0.01em',
    textAlign: 'start',
    textWrap: 'balance',
    overflowWrap: 'anywhere',
    wordBreak: isUnspaced ? 'keep-all' : 'normal',
    lineClamp: 5,
  } as const
}

/** Scripts without spaces get break opportunities between words: otherwise a line could end anywhere. */
function breakable({ title, lang }: ShareCard): string {
  if (!UNSPACED.test(title)) return title
  const words = new Intl.Segmenter(lang, { granularity: 'word' }).segment(title)
  return Array.from(words, ({ segment, index }) =>
    index === 0 || /^[\p{P}\s]/u.test(segment) || /[\s\p{Ps}\p{Pi}]$/u.test(title.slice(0, index))
      ? segment
      : `\u200B${segment}`,
  ).join('')
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const TALL = /[\p{Script=Thai}\p{Script=Devanagari}\p{Script=Arabic}]/u
