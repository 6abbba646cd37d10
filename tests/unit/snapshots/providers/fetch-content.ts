import { defaultEndpoints } from '../../../../lib/snapshots/endpoints'
import { fetchSnapshot } from '../../../../lib/snapshots/fetch'
import type { SnapshotContent } from '../../../../lib/snapshots/snapshot'
import type { Site } from '../site-server'

export const options = {
  endpoints: defaultEndpoints,
  http: { timeout: 1000, retries: 0 },
  maxVideo: 1000,
  keepPictures: false,
}

export function target(provider: string, id: string) {
  return { provider, id, url: id.startsWith('http') ? id : `https://example.com/${id}` }
}

/** Fetches a snapshot from a test server. @throws if it is gone or unavailable */
export async function fetchContent(site: Site, provider: string, id: string): Promise<SnapshotContent> {
  const outcome = await fetchSnapshot(target(provider, id), site.options)
  if (outcome.outcome !== 'data') throw new Error(`${outcome.outcome}: ${outcome.reason}`)
  return outcome.content
}
