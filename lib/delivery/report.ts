import { printable } from '../model/printable'

/** Formats the summary of `deliver` that a build prints: pages, kept, stripped, bytes before and after. */
export function formatReport({ pages }: Report): string {
  const kept = pages.filter(({ keptFor }) => keptFor.length > 0)
  const refused = pages.filter(({ refused }) => refused.length > 0)
  const stripped = pages.length - kept.length
  return [
    `Delivery: ${count(pages.length, 'page')}, ${stripped} without framework JavaScript, ${kept.length} with it; ` +
      `HTML ${kilobytes(sum(pages, 'bytesBefore'))} -> ${kilobytes(sum(pages, 'bytesAfter'))}`,
    ...kept.map(({ route, keptFor }) => printable(`  ${route} keeps it for ${keptFor.join(', ')}`)),
    ...refused.map(
      ({ route, refused }) =>
        `  ${printable(`${route} loads from ${refused.join(', ')}`)}, which browsers will refuse: ` +
        'add the host to `scripts` or `frames` in `allow` in site.yaml, or remove what loads from it',
    ),
  ].join('\n')
}

function sum(pages: DeliveredPage[], size: keyof Sizes): number {
  return pages.reduce((total, page) => total + page[size], 0)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

export interface Report {
  pages: DeliveredPage[]
}

export interface DeliveredPage extends Sizes {
  route: string
  /** The client components that make the page keep Next's runtime; empty if it was removed. */
  keptFor: string[]
  /** Origins of scripts and frames in the page that site.yaml does not allow. */
  refused: string[]
}

/** In bytes. */
interface Sizes {
  bytesBefore: number
  bytesAfter: number
}
