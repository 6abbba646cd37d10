import { readFile } from 'node:fs/promises'
import { type FontDetails, Renderer } from '@takumi-rs/core'
import { layOutCard } from './card-layout'
import { type FontFile, findFontFiles } from './font-files'
import { SHARE_IMAGE_SIZE, type ShareCard } from './share-card'
import type { ShareColors } from './theme-colors'

/**
 * Draws a card. The fonts are files of npm packages; neither the network nor system fonts are used.
 * @returns a PNG of `SHARE_IMAGE_SIZE`
 * @throws if a font is missing
 */
export async function drawCard(card: ShareCard, colors: ShareColors): Promise<Buffer> {
  const { files } = findFontFiles(card)
  const families = [...new Set(files.map(({ family }) => family))]
  // A new renderer: it keeps registered fonts, and the next card may need other ones.
  return new Renderer({ cacheMaxBytes: 0 }).render(layOutCard(card, colors, families), {
    ...SHARE_IMAGE_SIZE,
    format: 'png',
    fonts: await Promise.all(files.map(readFont)),
    lang: card.lang,
  })
}

async function readFont({ family, path, ranges }: FontFile): Promise<FontDetails> {
  return { name: family, data: await readFile(/* turbopackIgnore: true */ path), unicodeRange: ranges }
}
