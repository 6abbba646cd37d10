import type { Endpoints } from './endpoints'
import type { HttpOptions } from './http'
import type { MediaBag } from './media'
import type { SnapshotContent } from './snapshot'

export interface EmbedTarget {
  provider: string
  id: string
  url: string
  /** Only for pictures: the author gave the size, so nothing must be measured. */
  sized?: boolean
}

export interface FetchOptions {
  endpoints: Endpoints
  http: HttpOptions
  /** Videos up to this many bytes are stored. */
  maxVideo: number
  /** Store remote pictures too, not only their sizes. */
  keepPictures: boolean
}

export interface FetchContext extends FetchOptions {
  reference: EmbedTarget
  media: MediaBag
}

/** Fetches an embed from one provider. Throws `Gone` or `Unavailable`. */
export type Fetcher = (context: FetchContext) => Promise<SnapshotContent>
