import fc from 'fast-check'
import { EditMap } from 'micromark-util-edit-map'
import type { Event } from 'micromark-util-types'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeEditsQuick } from '@/lib/markdown/limits/quick-edits'

beforeAll(makeEditsQuick)

describe('edits of events', () => {
  test('give the same result as a naive implementation', () => {
    const change = fc.tuple(
      fc.nat(30),
      fc.nat(3),
      fc.array(fc.integer({ min: 100, max: 999 }), { maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.nat(30), fc.array(change, { maxLength: 6 }), (length, changes) => {
        const events = Array.from({ length }, (_, index) => index + 1)
        // Each at its own position, after what the previous one removes.
        let free = 0
        const placed = changes
          .map(([index, remove, add]) => [index % (length + 1), remove, add] as const)
          .sort(([a], [b]) => a - b)
          .filter(([index, remove]) => {
            if (index < free || index + remove > length) return false
            free = index + Math.max(remove, 1)
            return true
          })
        const expected = [...events]
        for (const [index, remove, add] of [...placed].reverse()) expected.splice(index, remove, ...add)
        expect(edit(events, placed)).toEqual(expected)
      }),
      { seed: 20261121, numRuns: 500 },
    )
  })

  test('take time in proportion to what follows them, however long the document is', () => {
    const events = new Counted()
    for (let index = 0; index < 100_000; index++) events.push(index + 1)
    events.pushed = 0
    edit(events, [[99_990, 2, [1, 2, 3]]])
    expect(events).toHaveLength(100_001)
    expect(events.pushed).toBeLessThan(20)
  })
})

function edit(
  events: number[],
  changes: readonly (readonly [number, number, readonly number[]])[],
): number[] {
  const map = new EditMap()
  for (const [index, remove, add] of changes) map.add(index, remove, asEvents([...add]))
  map.consume(asEvents(events))
  return events
}

/** The parser's events are only moved, never read. */
function asEvents(numbers: number[]): Event[] {
  return numbers as unknown as Event[]
}

class Counted extends Array<number> {
  pushed = 0

  override push(...items: number[]): number {
    this.pushed += items.length
    return super.push(...items)
  }
}
