import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './copy-project'
import { hostileContent } from './hostile-content'

/**
 * Two real posts that are not part of the project: if the folder is missing, their specs are skipped with a message.
 */
export const SEEDS = join(PROJECT, '..', 'shared', 'seeds')

/** The sites that the browser suite builds and serves, each from its own content. */
export const SITES: Record<SiteName, SiteRecipe> = {
  default: { about: 'the content that the project comes with' },
  forms: {
    about: 'every form of text that we promise, in our own words',
    content: fixture('forms'),
    snapshots: () => ['1001', '1002', '1003', 'aaaaaaaaaaa', '1000001', 'abcdef0123', 'lockkeeper/gates'],
  },
  languages: { about: 'posts in many scripts, and translations', content: fixture('languages') },
  worst: { about: 'texts that try to break the page', content: fixture('worst') },
  hostile: { about: 'texts that try to run scripts, odd names, unpublished texts', content: hostileContent },
  moved: { about: 'three old blogs, each as its system kept it', content: fixture('moved') },
  responses: {
    about: 'a site on which readers answer',
    content: fixture('responses'),
    snapshots: () => ['https://sea.example/@keeper/112233445566778890'],
    environment: { DATABASE_URL: 'file:data/quire.db' },
    mail: true,
  },
  empty: { about: 'a blog without a single post', content: fixture('empty') },
  seeds: { about: 'the two seed posts', content: seedPosts, snapshots: seedTweets },
  'seeds-elsewhere': {
    about: 'the same, built by a machine in Los Angeles',
    content: seedPosts,
    snapshots: seedTweets,
    environment: { TZ: 'America/Los_Angeles' },
  },
}

/** The sites to build: all that can be built on this machine, or those in `E2E_SITES=default,forms`. */
export function availableSites(): SiteName[] {
  const wanted = process.env.E2E_SITES?.split(',')
  return SITE_NAMES.filter(
    (name) =>
      (existsSync(SEEDS) || SITES[name].content !== seedPosts) &&
      (wanted === undefined || wanted.includes(name)),
  )
}

/** The variable that holds a served site's port; Playwright fills it from the server's first line. */
export function portVariable(site: SiteName): string {
  return `e2e_${site.replaceAll('-', '_')}_port`
}

/** The URL of a served site. Only known while Playwright's servers run. */
export function siteUrl(site: SiteName): string {
  const port = process.env[portVariable(site).toUpperCase()]
  if (!port) throw new Error(`The site "${site}" is not served: is it among ${availableSites().join(', ')}?`)
  return `http://127.0.0.1:${port}`
}

/** The seeds under the names their authors gave them. Their files are numbered, so they are identified by their text. */
export function seedPosts(): Record<string, string> {
  const files: Record<string, string> = {}
  for (const name of readdirSync(SEEDS)) {
    const text = readFileSync(join(SEEDS, name), 'utf8')
    const post = /^readTime:/m.test(text)
      ? 'atlan-backend-internship-interview.md'
      : '2022-06-07-atlans-internship-experience.md'
    files[`posts/${post}`] = text
  }
  return files
}

function seedTweets(): string[] {
  const texts = Object.values(seedPosts()).join('\n')
  return [...texts.matchAll(/\/status\/(\d+)/g)].map(([, id]) => String(id))
}

const SITE_NAMES = [
  'default',
  'forms',
  'languages',
  'worst',
  'hostile',
  'moved',
  'responses',
  'empty',
  'seeds',
  'seeds-elsewhere',
] as const

export type SiteName = (typeof SITE_NAMES)[number]

function fixture(name: string): string {
  return join(PROJECT, 'tests', 'sites', name)
}

interface SiteRecipe {
  about: string
  /** A content folder to copy, or files by path. Without it the project itself is built, in its own folder. */
  content?: string | (() => Record<string, string | Uint8Array>)
  /** Ids of embeds of which snapshots are taken before the build. */
  snapshots?: () => string[]
  environment?: Record<string, string>
  /** Its server sends e-mail, to a server on the loopback. */
  mail?: boolean
}
