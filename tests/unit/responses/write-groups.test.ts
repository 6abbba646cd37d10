import { describe, expect, test } from 'vitest'
import type { Writer } from '@/lib/responses/store/schema'
import { WriteGroups } from '@/lib/responses/store/write-groups'

/** Counts transactions without a database, which a group itself never uses. */
class Transactions {
  sizes: number[] = []
  write = <T>(work: (db: Writer) => Promise<T>) => work({} as Writer)
  store = async (_: Writer, items: readonly string[]) => {
    this.sizes.push(items.length)
    if (items.includes('broken')) throw new Error('cannot be stored')
    return items.map((item) => `stored ${item}`)
  }
}

const pace = { size: 3, distance: 1, waiting: 7 }

describe('writes in groups', () => {
  test('are stored together, each with its own result', async () => {
    const transactions = new Transactions()
    const groups = new WriteGroups(transactions, transactions.store, pace)
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((item) => groups.add(item)))
    expect(answers).toEqual(['stored a', 'stored b', 'stored c', 'stored d'])
    expect(transactions.sizes).toEqual([3, 1])
    expect(await groups.add('e')).toBe('stored e')
  })

  test('are stored even if one of them fails', async () => {
    const transactions = new Transactions()
    const groups = new WriteGroups(transactions, transactions.store, pace)
    const answers = await Promise.allSettled(['a', 'broken', 'c'].map((item) => groups.add(item)))
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(transactions.sizes).toEqual([3, 1, 1, 1])
  })

  test('are refused while too many wait, and accepted again afterwards', async () => {
    const transactions = new Transactions()
    const groups = new WriteGroups(transactions, transactions.store, pace)
    const answers = await Promise.all(Array.from({ length: 9 }, (_, at) => groups.add(String(at))))
    expect(answers.filter((answer) => answer === 'busy')).toHaveLength(2)
    expect(await groups.add('later')).toBe('stored later')
  })
})
