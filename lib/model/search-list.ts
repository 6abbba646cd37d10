/** Of all documents, in the order of their lines in the shards. */
export interface SearchList {
  urls: string[]
  /** `2024-05-08`, or empty. */
  dates: string[]
  /** How many documents each shard has. */
  sizes: number[]
}
