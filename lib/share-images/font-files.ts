import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EMOJI, type Face, facesFor } from './faces'
import type { ShareCard } from './share-card'

/**
 * The font files that a card needs, the preferred face first.
 * @returns `missing`: characters that no font has; a card with one of them is not drawn
 */
export function findFontFiles(card: ShareCard): { files: FontFile[]; missing: string[] } {
  const text = [card.title, card.site, card.author, card.date].filter(Boolean).join(' ')
  const parts = facesFor(text, card.lang).flatMap(readParts)
  const emoji = readParts(EMOJI)
  const found = new Set<FontFile>()
  const missing = new Set<string>()
  for (const { segment } of GRAPHEMES.segment(text)) {
    const characters = Array.from(segment).filter((character) => !INVISIBLE.test(character))
    const points = characters.map((character) => character.codePointAt(0) ?? 0)
    // All characters of a sequence are in one file, since a font draws them as one glyph.
    const whole = EMOJI_SEQUENCE.test(segment)
      ? emoji.find((part) => points.every((point) => covers(part, point)))
      : undefined
    if (whole) {
      found.add(whole)
      continue
    }
    for (const [at, point] of points.entries()) {
      const part = parts.find((each) => covers(each, point))
      if (part) found.add(part)
      else missing.add(characters[at] ?? '')
    }
  }
  return { files: parts.filter((part) => found.has(part)), missing: [...missing] }
}

/** The lists of characters per file, which have to be deployed too. */
export function listRangeFiles(faces: readonly Face[]): string[] {
  return faces.map((face) => `${packageDir(face)}/unicode.json`)
}

function readParts(face: Face): readonly FontFile[] {
  const known = read.get(face.package)
  if (known) return known
  const dir = packageDir(face)
  const ranges: Record<string, string> = JSON.parse(
    readFileSync(/* turbopackIgnore: true */ `${dir}/unicode.json`, 'utf8'),
  )
  const parts = Object.entries(ranges)
    .map(([name, range]): [string, string] => [name.replace(/[[\]]/g, ''), range])
    .filter(([name]) => face.subsets === undefined || face.subsets.includes(name))
    .map(([name, range]) => ({
      family: face.family,
      path: `${dir}/files/${face.package}-${name}-wght-normal.woff2`,
      ranges: range.split(',').map(readRange),
    }))
  read.set(face.package, parts)
  return parts
}

const read = new Map<string, readonly FontFile[]>()

/** `U+1F1E6-1F1FF` or `U+23`. */
function readRange(range: string): [number, number] {
  const [from = '0', to = from] = range.trim().slice('U+'.length).split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

function covers({ ranges }: FontFile, point: number): boolean {
  return ranges.some(([from, to]) => point >= from && point <= to)
}

/**
 * The folder of a font package, here or further up, as Node looks for packages. Every path begins with one that the
 * bundler is told to ignore: it would deploy all fonts with the function, 26 MB of them.
 */
function packageDir(face: Face): string {
  const name = `node_modules/@fontsource-variable/${face.package}`
  const found = ABOVE.find((up) =>
    existsSync(join(/* turbopackIgnore: true */ process.cwd(), up, name, 'unicode.json')),
  )
  return join(/* turbopackIgnore: true */ process.cwd(), found ?? '', name)
}

/** A site of the browser tests is two folders below the project, a workspace's package about as deep. */
const ABOVE = ['', '..', '../..', '../../..']

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Spaces, joiners and variation selectors: no font needs a glyph for them. */
const INVISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}]$/u

const EMOJI_SEQUENCE = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\uFE0F/u

export interface FontFile {
  family: string
  /** Absolute. */
  path: string
  /** First and last code point of each run of characters in it. */
  ranges: [number, number][]
}
