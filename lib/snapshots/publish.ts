import { basename, join } from 'node:path'
import { DateTime } from 'luxon'
import type { Problem } from '../model/problem'
import type { EmbedTarget } from './fetcher'
import { plainContent } from './plain'
import type { PublishedSnapshot } from './published'
import type { Snapshot } from './snapshot'
import { type Loaded, loadSnapshot, mediaOf } from './store'

/**
 * Prepares a snapshot for the pages of this build: its files are served, its dates are wall times in the site's
 * time zone, and it has plain HTML for feeds.
 * @param target as in the document
 * @returns no snapshot if there is no usable one, with a warning for the author
 */
export async function publishSnapshot(target: EmbedTarget, options: PublishOptions): Promise<Published> {
  const loaded = loadSnapshot(options.folder, target.provider, target.id)
  const warning = warningOf(target, loaded)
  if (warning || loaded.state !== 'kept') return warning ? { warning } : {}
  const addresses = new Map<string, string>()
  for (const file of mediaOf(loaded.snapshot))
    addresses.set(file, await options.serve(join(options.folder, file)))
  const snapshot = adapt(loaded.snapshot, addresses, options.timeZone)
  return {
    snapshot: { snapshot, lang: options.lang, plain: await plainContent(snapshot) },
  }
}

/** The warning about the snapshot of an embed; undefined if it can be shown. */
export function snapshotWarning(target: EmbedTarget, folder: string): Warning | undefined {
  return warningOf(target, loadSnapshot(folder, target.provider, target.id))
}

function warningOf(target: EmbedTarget, loaded: Loaded): Warning | undefined {
  if (loaded.state === 'missing') return target.sized ? undefined : missing(target)
  if (loaded.state === 'invalid') {
    return {
      rule: 'embeds/broken-snapshot',
      message: `The snapshot embeds/${basename(loaded.path)} is not used: ${loaded.reason}.`,
      hint: 'Correct the file, or delete it and run npm run embeds.',
    }
  }
  const { snapshot } = loaded
  return target.provider === 'picture' && snapshot.outcome === 'gone'
    ? lost(target, snapshot.reason)
    : undefined
}

/** A copy with the served URL of every file, and with wall times. For the keys see `snapshot.ts`. */
function adapt(snapshot: Snapshot, addresses: ReadonlyMap<string, string>, timeZone: string): Snapshot {
  return JSON.parse(JSON.stringify(snapshot), (key, value) => {
    if (typeof value !== 'string') return value
    if (key === 'src') return addresses.get(value) ?? value
    if (key === 'date') {
      return DateTime.fromISO(value, { zone: timeZone }).toISO({ suppressMilliseconds: true }) ?? value
    }
    return value
  })
}

function lost({ url }: EmbedTarget, reason: string): Warning {
  return {
    rule: 'embeds/lost-picture',
    message: `The picture ${url} could not be fetched: ${reason}`,
    hint: 'Put the picture next to the post, or correct its URL.',
  }
}

function missing({ provider, url }: EmbedTarget): Warning {
  if (provider === 'picture') {
    return {
      rule: 'embeds/unmeasured-picture',
      message: `The size of ${url} is not known, so the page cannot reserve space for it.`,
      hint: 'Run npm run embeds, which stores it, or put the picture beside the post.',
    }
  }
  return {
    rule: 'embeds/missing-snapshot',
    message: `There is no snapshot of ${url}: a link is shown instead.`,
    hint: 'Run npm run embeds and commit content/embeds.',
  }
}

export type Published =
  | { snapshot: PublishedSnapshot; warning?: undefined }
  | { snapshot?: undefined; warning?: Warning }

export type Warning = Pick<Problem, 'rule' | 'message' | 'hint'>

export interface PublishOptions {
  /** The author's `content/embeds`. */
  folder: string
  /** IANA name. */
  timeZone: string
  /** BCP 47, for dates in words. */
  lang: string
  /** Copies a file to where the site serves files. Returns its root-relative URL. */
  serve: (file: string) => Promise<string>
}
