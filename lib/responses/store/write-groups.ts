import type { Writer } from './schema'
import type { Store } from './store'

/**
 * Stores what many readers send at once in groups, each in one transaction, so that a group waits for the disk only
 * once. A request is answered when its group is stored durably.
 *
 * Groups are small and have a minimum distance, so that processor time remains for those who read. More than `size`
 * items per `distance` wait for a later group.
 *
 * @param write stores a group and returns the result of each item, in the same order. If it throws, each item is stored
 * separately, so that an invalid one does not affect the others.
 */
export class WriteGroups<Item, Result> {
  readonly #store: Pick<Store, 'write'>
  readonly #write: (db: Writer, items: readonly Item[]) => Promise<Result[]>
  readonly #pace: Pace
  #waiting: Waiting<Item, Result>[] = []
  #isRunning = false

  constructor(
    store: Pick<Store, 'write'>,
    write: (db: Writer, items: readonly Item[]) => Promise<Result[]>,
    pace: Pace = PACE,
  ) {
    this.#store = store
    this.#write = write
    this.#pace = pace
  }

  /**
   * @returns its result, once it is stored; `busy` if too many are waiting already
   * @throws what the database throws
   */
  async add(item: Item): Promise<Result | 'busy'> {
    if (this.#waiting.length >= this.#pace.waiting) return 'busy'
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (!this.#isRunning) this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    while (this.#waiting.length > 0) {
      // Items that arrive at the same time belong to the same group.
      await new Promise((resolve) => setImmediate(resolve))
      const next = new Promise((resolve) => setTimeout(resolve, this.#pace.distance))
      await this.#storeGroup(this.#waiting.splice(0, this.#pace.size))
      if (this.#waiting.length > 0) await next
    }
    this.#isRunning = false
  }

  async #storeGroup(group: Waiting<Item, Result>[]): Promise<void> {
    try {
      const items = group.map(({ item }) => item)
      const results = await this.#store.write((db) => this.#write(db, items))
      for (const [at, { resolve, reject }] of group.entries()) {
        const result = results[at]
        if (result === undefined)
          reject(new Error('A group was stored with fewer results than it has members.'))
        else resolve(result)
      }
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error)
      else for (const each of group) await this.#storeGroup([each])
    }
  }
}

/** Two hundred a second: far more than a blog receives, and a small part of what one processor can answer. */
const PACE: Pace = { size: 20, distance: 100, waiting: 2000 }

export interface Pace {
  /** Maximum size of a group. */
  size: number
  /** Milliseconds from the start of a group to the start of the next one. */
  distance: number
  /** How many may wait: as many as are stored in ten seconds. */
  waiting: number
}

interface Waiting<Item, Result> {
  item: Item
  resolve(result: Result): void
  reject(error: unknown): void
}
