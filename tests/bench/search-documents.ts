import type { TextSection } from '@/lib/model/rendered'
import type { SearchDocument } from '@/lib/search/search-document'
import { numbers } from './random'
import { VOCABULARY } from './vocabulary'

/**
 * Invents search documents whose words are spread as in real blogs: by Zipf's law over 200,000 words, so that each post has
 * some that nearly no other has. Half of the posts have more than 550 words. One in ten is Chinese.
 * The same for the same number on every machine.
 */
export function inventSearchDocuments(count: number): SearchDocument[] {
  return Array.from({ length: count }, (_, index) => inventDocument(index))
}

function inventDocument(index: number): SearchDocument {
  const random = numbers(index + 1)
  const isChinese = index % 10 === 9
  const write = isChinese ? ideographs : words
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const headings = Math.max(1, Math.round(4 * Math.exp(0.9 * normal)))
  const sections: TextSection[] = [{ heading: '', text: write(random, 80) }]
  for (let number = 0; number < headings; number++)
    sections.push({ id: `section-${number}`, heading: write(random, 3), text: write(random, 115) })
  const date = new Date(Date.UTC(1995, 0, 1) + index * 26 * 3_600_000).toISOString().slice(0, 10)
  return {
    url: `/posts/post-${index}-${words(random, 2).replaceAll(' ', '-')}`,
    title: write(random, 5),
    summary: write(random, 20),
    lang: isChinese ? 'zh' : 'en',
    date,
    year: date.slice(0, 4),
    tags: [`tag ${Math.floor(300 ** random())}`, `tag ${Math.floor(300 ** random())}`],
    sections,
  }
}

function words(random: () => number, count: number): string {
  return Array.from({ length: count }, () => wordOf(Math.floor(WORDS ** random()) - 1)).join(' ')
}

/** A Chinese word has a character and a half; no real words, but as many different ones, as often. */
function ideographs(random: () => number, count: number): string {
  return Array.from({ length: count * 1.5 }, () =>
    String.fromCodePoint(0x4e00 + ((Math.floor(3500 ** random()) * 7919) % 20_000)),
  ).join('')
}

/** The word of a rank: real ones first, then invented ones that can be pronounced. */
function wordOf(rank: number): string {
  const known = VOCABULARY[rank] ?? invented.get(rank)
  if (known !== undefined) return known
  let word = ''
  for (let rest = rank * 7919 + 13; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]
  invented.set(rank, word)
  return word
}

const invented = new Map<number, string>()

const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru sta tre pli sno'.split(' ')

/** Distinct words. */
const WORDS = 200_000
