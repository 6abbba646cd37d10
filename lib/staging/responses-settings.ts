import { z } from 'zod'
import type { ResponsesSettings } from '../model/document'
import type { Problem } from '../model/problem'
import type { Entry } from './front-matter/entry'

const comments = z.strictObject({
  approve: z.enum(['all', 'none']).default('all'),
  links: z.int().min(0).max(50).default(3),
  proofOfWork: z.boolean().default(false),
})

const newsletter = z.preprocess(
  (value) => (typeof value === 'string' ? { from: value } : value),
  z.strictObject({
    from: z.string().regex(/^(?:[^<>\r\n"]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
      message: 'it is not a sender; write an e-mail address, or `Name <address>`',
    }),
  }),
)

const parts = z
  .strictObject({
    likes: z.boolean(),
    views: z.boolean(),
    comments: z.union([z.boolean(), comments]),
    webmentions: z.boolean(),
    newsletter: z.union([z.literal(false), newsletter]),
  })
  .partial()

/** `responses:` of site.yaml. `true` turns on every part that needs no further setting. */
export const responses = z.preprocess((value) => {
  if (value === true) return { likes: true, views: true, comments: true, webmentions: true }
  return value === false ? {} : value
}, parts)

/**
 * The settings with their defaults.
 * @param settings `responses:` as read; undefined if site.yaml has none
 * @param env on Vercel files are not persistent, so without a database every part is off
 * @returns undefined if every part is off
 */
export function completeResponses(
  settings: z.infer<typeof responses> | undefined,
  env: Environment = process.env,
): ResponsesSettings | undefined {
  if (!settings || lacksDatabase(env)) return undefined
  const complete: ResponsesSettings = {
    likes: settings.likes ?? false,
    views: settings.views ?? false,
    webmentions: settings.webmentions ?? false,
    ...(settings.comments && {
      comments: comments.parse(settings.comments === true ? {} : settings.comments),
    }),
    ...(settings.newsletter && { newsletter: settings.newsletter }),
  }
  return Object.values(complete).some(Boolean) ? complete : undefined
}

/** Reports why parts that site.yaml asks for are off in this build. */
export function missingDatabase(
  file: string,
  entry: Entry,
  settings: z.infer<typeof responses>,
  env: Environment = process.env,
): Problem[] {
  if (!lacksDatabase(env) || !Object.values(settings).some(Boolean)) return []
  const asked = Object.entries(settings).flatMap(([name, value]) => (value ? [name] : []))
  return [
    {
      severity: 'warning',
      rule: 'site/no-database',
      file,
      line: entry.line,
      column: entry.column,
      message: `\`responses\` asks for ${asked.join(', ')}, but Vercel keeps no files and \`DATABASE_URL\` is ${env.DATABASE_URL ? 'a file' : 'not set'}: they are off in this build.`,
      hint: 'Set `DATABASE_URL` to a `postgres://` or `libsql://` URL in the project’s environment.',
    },
  ]
}

function lacksDatabase(env: Environment): boolean {
  return Boolean(env.VERCEL) && (!env.DATABASE_URL || env.DATABASE_URL.startsWith('file:'))
}

type Environment = Record<string, string | undefined>
