import type { Endpoints } from './endpoints'
import type { HttpOptions } from './http'
import type { MediaBag } from './media'
import type { SnapshotContent } from './snapshot'

export interface EmbedTarget {
  provider: string
  id: string
  url: string
  /** Only of pictures: the author gave its size, so there is nothing to measure. */
  sized?: boolean
}

export interface FetchOptions {
  endpoints: Endpoints
  http: HttpOptions
  /** Videos up to this many bytes are kept. */
  maxVideo: number
  /** Keep remote pictures themselves, not only their sizes. */
  keepPictures: boolean
}

export interface FetchContext extends FetchOptions {
  reference: EmbedTarget
  media: MediaBag
}

/** Takes what one provider has of an embed. Throws `Gone` or `Unavailable`. */
export type Fetcher = (context: FetchContext) => Promise<SnapshotContent>
