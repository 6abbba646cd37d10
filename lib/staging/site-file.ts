import { IANAZone } from 'luxon'
import { z } from 'zod'
import type { Site } from '../model/document'
import type { Problem } from '../model/problem'
import { isHostSource } from '../urls/host-source'
import type { Entry } from './front-matter/entry'
import { isMap } from './front-matter/is-map'
import { nearestKey } from './front-matter/nearest-key'
import { parseYaml } from './front-matter/yaml'
import { completeResponses, missingDatabase, responses } from './responses-settings'

/** `site.yaml` as read: the settings, and the position of its introduction for messages about it. */
export interface SiteFile {
  site: Site
  /** The line on which the introduction's text begins, counted from 1. */
  introLine: number
  problems: Problem[]
}

/**
 * Reads `site.yaml`. All settings are optional; wrong ones are reported, and the default is used.
 * @param file relative to the project, for messages
 * @param content its text; undefined if the file does not exist
 */
export function readSiteFile(file: string, content: string | undefined): SiteFile {
  if (content === undefined) {
    return { site: completeSite({}), introLine: 1, problems: [missingFile(file)] }
  }
  const { entries, problems: broken } = parseYaml(content.replace(/^\uFEFF/, ''))
  const problems: Problem[] = broken.map((problem) => ({ ...problem, file, rule: `site/${problem.rule}` }))
  const keys = new Map(Object.keys(settingsSchema.shape).map((key) => [key.toLowerCase(), key]))
  const known = entries.filter((entry) => keys.has(entry.key.toLowerCase()) && entry.value !== null)
  problems.push(
    ...entries.filter((entry) => !keys.has(entry.key.toLowerCase())).map((entry) => unknownKey(file, entry)),
  )

  let settings: Settings = {}
  for (const entry of known) {
    const key = keys.get(entry.key.toLowerCase()) ?? entry.key
    const parsed = settingsSchema.safeParse({ [key]: entry.value })
    if (parsed.success) settings = { ...settings, ...parsed.data }
    else problems.push(...parsed.error.issues.map((issue) => wrongValue(file, entry, issue)))
  }
  if (settings.url === undefined && broken.length === 0 && !deploymentUrl()) problems.push(missingUrl(file))
  const switched = known.find((entry) => entry.key.toLowerCase() === 'responses')
  if (switched && settings.responses) problems.push(...missingDatabase(file, switched, settings.responses))
  const intro = known.find((entry) => entry.key.toLowerCase() === 'intro')
  return { site: completeSite(settings), introLine: intro ? firstTextLine(intro, content) : 1, problems }
}

const item = z.strictObject({ label: z.string().min(1), href: z.string().min(1) })

/** A list of `{label, href}`, or shorter, a map from labels to URLs. */
const items = z.preprocess(
  (value) => (isMap(value) ? Object.entries(value).map(([label, href]) => ({ label, href })) : value),
  z.array(item),
)

const person = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z.strictObject({ name: z.string().min(1), url: z.url().optional() }),
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
    url: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
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
    tags: z.record(z.string(), z.string()),
    allow: z.strictObject({ scripts: hosts, frames: hosts, images: hosts, connect: hosts }),
    responses,
  })
  .partial()

type Settings = z.infer<typeof settingsSchema>

/** The defaults, which the guide lists; change both together. */
function completeSite(settings: Settings): Site {
  const title = settings.title ?? 'A blog'
  const answers = completeResponses(settings.responses)
  return {
    title,
    description: settings.description ?? '',
    url: settings.url ?? deploymentUrl() ?? 'http://localhost:3000',
    author: settings.author ?? { name: title },
    language: settings.language ?? 'en',
    timeZone: settings.timeZone ?? 'UTC',
    nav: settings.nav ?? [
      { label: 'Posts', href: '/posts' },
      { label: 'Tags', href: '/tags' },
      { label: 'RSS', href: '/rss.xml' },
    ],
    social: settings.social ?? [],
    intro: settings.intro ?? '',
    ...(settings.image && { image: settings.image }),
    ...(settings.hub && { hub: settings.hub }),
    defaults: { toc: false, readTime: true, math: true, autonumber: false, ...settings.defaults },
    smartPunctuation: settings.smartPunctuation ?? true,
    embeds: settings.embeds ?? 'online',
    tags: settings.tags ?? {},
    allow: settings.allow ?? { scripts: [], frames: [], images: [], connect: [] },
    ...(answers && { responses: answers }),
  }
}

/** Vercel gives every build the production domain; otherwise the URL of the site is unknown. */
function deploymentUrl(): string | undefined {
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

/** A block scalar's text begins on the line after its `|`. */
function firstTextLine(intro: Entry, content: string): number {
  const line = content.split('\n')[intro.valuePlace.line - 1] ?? ''
  return /[|>][-+0-9]*\s*$/.test(line) ? intro.valuePlace.line + 1 : intro.valuePlace.line
}

function missingFile(file: string): Problem {
  return {
    severity: 'warning',
    rule: 'site/missing',
    file,
    line: 1,
    column: 1,
    message: 'This file does not exist, so the title “A blog” and the URL http://localhost:3000 are used.',
    hint: 'Create it with at least `title`, `url` and `author`.',
  }
}

function missingUrl(file: string): Problem {
  return {
    severity: 'warning',
    rule: 'site/no-url',
    file,
    line: 1,
    column: 1,
    message: 'The site has no `url`, so feeds and share previews point at http://localhost:3000.',
    hint: 'Write `url: https://…`, the URL of the published blog.',
  }
}

function unknownKey(file: string, entry: Entry): Problem {
  const near = nearestKey(entry.key, Object.keys(settingsSchema.shape))
  return {
    severity: 'warning',
    rule: 'site/unknown-key',
    file,
    line: entry.line,
    column: entry.column,
    message: `\`${entry.key}\` is not a setting of the site and is ignored${near ? `; you probably mean \`${near}\`` : ''}.`,
    hint: `The settings are ${Object.keys(settingsSchema.shape).join(', ')}.`,
  }
}

function wrongValue(file: string, entry: Entry, issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map((step, index) =>
    typeof step === 'number' ? `[${step}]` : index > 0 ? `.${String(step)}` : String(step),
  )
  return {
    severity: 'warning',
    rule: 'site/wrong-value',
    file,
    ...entry.valuePlace,
    message: `\`${path.join('')}\` is ${JSON.stringify(entry.value)}: ${describeIssue(issue)}. The default is used.`,
    hint: 'Write it as the guide shows, or delete it to get the default.',
  }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return issue.message.replace(/^Invalid input: /, '').replace(/\.$/, '')
}
