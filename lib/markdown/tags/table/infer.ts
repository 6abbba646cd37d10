import { linkCard, recognizeEmbed } from '../../embeds/providers'
import type { Meaning, TagUse } from './meaning'
import { isPicture } from './media'

/**
 * Guesses what an unknown tag shows, from the best clue to the worst: a picture among its arguments, Markdown between
 * it and its end tag, a URL of another site, a path of this one.
 * @param isPaired whether an end tag follows
 * @returns the meaning and its name for the report, or undefined without a clue
 */
export function inferMeaning(
  use: TagUse,
  isPaired: boolean,
): { meaning: Meaning; shownAs: string } | undefined {
  const { positional, named } = use.args
  const values = [...positional, ...Object.values(named)]
  const src = values.find(isPicture)
  if (src)
    return {
      meaning: { as: 'figure', picture: pictureOf(src, use), ...captionOf(src, use) },
      shownAs: 'figure',
    }
  if (isPaired) return { meaning: { as: 'inner' }, shownAs: 'its inner Markdown' }
  const address = values.find((value) => /^https?:\/\/\S+$/.test(value))
  if (address) {
    return {
      meaning: { as: 'embed', embed: recognizeEmbed(address) ?? linkCard(address) },
      shownAs: 'link card',
    }
  }
  const path = values.find((value) => /^\/[\w.~%/-]+(?:#\S*)?$/.test(value))
  if (path) {
    const words = positional.filter((word) => word !== path).join(' ')
    const label = named.title ?? named.text ?? (words || path)
    return { meaning: { as: 'link', url: path, label }, shownAs: 'link' }
  }
  return undefined
}

function pictureOf(src: string, { args: { named } }: TagUse): { src: string; alt?: string } {
  return named.alt ? { src, alt: named.alt } : { src }
}

/** The caption, else the title, else the words that are left. */
function captionOf(src: string, { args, written }: TagUse): { caption?: string } {
  const { named, positional } = args
  const given = named.caption ?? named.title ?? named.alt ?? named.text
  if (given) return { caption: given }
  if (Object.keys(named).length > 0) return {}
  const after = written.slice(written.indexOf(src) + src.length).replace(/^["'`]\s*/, '')
  const isQuoted = /["'`]/.test(after)
  const words = isQuoted ? positional.slice(positional.indexOf(src) + 1).join(' ') : after
  const caption = words.replace(/^(?:\s*\d+(?:px|%)?\b)+/, '').trim()
  return /\p{L}/u.test(caption) ? { caption } : {}
}
