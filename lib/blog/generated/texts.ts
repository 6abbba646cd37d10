import { join } from 'node:path'
import type { RenderedText, TextSection } from '../../model/rendered'
import type { Text } from '../body/resolve-body'
import { findGenerated } from './read-generated'

/**
 * A rendered text, read when its page is rendered: all of them together may be larger than memory.
 * @param textKey as the index names it
 * @throws if there is none: the index and the texts belong to different runs
 */
export async function readText(textKey: string): Promise<Text> {
  const { html, rendered } = await readStored(textKey)
  return { html, toc: rendered.toc }
}

/** The same text for search. */
export async function readTextSections(textKey: string): Promise<TextSection[]> {
  return (await readStored(textKey)).sections
}

async function readStored(textKey: string): Promise<RenderedText> {
  // Where `lib/build/texts/json-cache.ts` keeps them.
  const path = join('.next', 'cache', 'quire', 'texts', `${textKey}.json`)
  const stored = await findGenerated<{ text: RenderedText }>(path)
  if (!stored) throw new Error(`There is no text ${path}. Run \`npm run generate\` again.`)
  return stored.text
}
