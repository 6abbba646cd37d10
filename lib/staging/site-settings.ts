import { IANAZone } from 'luxon'
import { z } from 'zod'
import type { Site } from '../model/document'
import { trimEndOf } from '../model/trim-end'
import { stringsFor } from '../strings'
import { isHostSource } from '../urls/host-source'
import { isMap } from './front-matter/is-map'
import { completeResponses, responses } from './responses-settings'

const item = z.strictObject({ label: z.string().min(1), href: z.string().min(1) })

/** A list of `{label, href}`, or shorter, a map from labels to URLs. */
const items = z.preprocess(
  (value) => (isMap(value) ? Object.entries(value).map(([label, href]) => ({ label, href })) : value),
  z.array(item),
)

const person = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z.strictObject({ name: z.string().min(1), url: z.url({ protocol: /^(?:https?|mailto)$/ }).optional() }),
)

const picture = z.preprocess(
  (value) => (typeof value === 'string' ? { src: value } : value),
  z.strictObject({ src: z.string().min(1), alt: z.string().optional(), caption: z.string().optional() }),
)

const hosts = z
  .array(
    z.string().refine(isHostSource, 'is not a host; write one such as `media.example` or `*.media.example`'),
  )
  .default([])

/** The schema of `site.yaml`. */
export const settingsSchema = z
  .object({
    title: z.coerce.string().min(1),
    description: z.string(),
    url: z.url({ protocol: /^https?$/ }).transform((url) => trimEndOf(url, '/')),
    author: person,
    language: z.string().refine(isLanguage, 'is not a language tag; write one such as `en` or `pt-BR`'),
    timeZone: z
      .string()
      .refine((zone) => IANAZone.isValidZone(zone), 'is not a time zone; write one such as `Europe/Berlin`'),
    nav: items,
    social: items,
    intro: z.string(),
    image: picture,
    hub: z.url({ protocol: /^https?$/ }),
    defaults: z
      .strictObject({
        toc: z.boolean(),
        readTime: z.boolean(),
        math: z.boolean(),
        autonumber: z.boolean(),
      })
      .partial(),
    smartPunctuation: z.boolean(),
    embeds: z.enum(['online', 'offline']),
    html: z.enum(['trusted', 'safe']),
    tags: z.record(z.string(), z.string()),
    allow: z.strictObject({ scripts: hosts, frames: hosts, images: hosts, connect: hosts }),
    responses,
  })
  .partial()

export type Settings = z.infer<typeof settingsSchema>

/** The defaults, which the guide lists; change both together. */
export function completeSite(settings: Settings): Site {
  const title = settings.title ?? 'A blog'
  const answers = completeResponses(settings.responses)
  const strings = stringsFor(settings.language ?? 'en')
  return {
    title,
    description: settings.description ?? '',
    url: settings.url ?? deploymentUrl() ?? 'http://localhost:3000',
    author: settings.author ?? { name: title },
    language: settings.language ?? 'en',
    timeZone: settings.timeZone ?? 'UTC',
    nav: settings.nav ?? [
      { label: strings.posts, href: '/posts' },
      { label: strings.tags, href: '/tags' },
      { label: strings.feed, href: '/rss.xml' },
    ],
    social: settings.social ?? [],
    intro: settings.intro ?? '',
    ...(settings.image && { image: settings.image }),
    ...(settings.hub && { hub: settings.hub }),
    defaults: { toc: false, readTime: true, math: true, autonumber: false, ...settings.defaults },
    smartPunctuation: settings.smartPunctuation ?? true,
    embeds: settings.embeds ?? 'online',
    html: settings.html ?? 'trusted',
    tags: settings.tags ?? {},
    allow: settings.allow ?? { scripts: [], frames: [], images: [], connect: [] },
    ...(answers && { responses: answers }),
  }
}

/** Vercel gives every build the production domain; otherwise the URL of the site is unknown. */
export function deploymentUrl(): string | undefined {
  const host = process.env.VERCEL_PROJECT_PRODUCTION_URL
  return host ? `https://${host}` : undefined
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
