import { trimEndOf } from '../model/trim-end'
import { decodePercent } from './decode'

/**
 * How similar two URLs are, from 0 to 1: Dice's coefficient of the letter pairs in their last segments, so that
 * an extra or missing letter, or another word order, makes little difference.
 */
export function likenessOf(a: string, b: string): number {
  const pairsOfA = pairsOf(a)
  const pairsOfB = pairsOf(b)
  const shared = [...pairsOfA].filter((pair) => pairsOfB.has(pair)).length
  return (2 * shared) / (pairsOfA.size + pairsOfB.size || 1)
}

function pairsOf(address: string): Set<string> {
  const name = decodePercent(trimEndOf(address, '/').split('/').pop() ?? '').toLowerCase()
  const words = name.replace(/\.\w+$/, '').split(/[^\p{L}\p{N}]+/u)
  return new Set(
    words.flatMap((word) =>
      Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)),
    ),
  )
}
