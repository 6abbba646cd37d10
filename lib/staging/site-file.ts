import type { Site } from '../model/document'
import type { Problem } from '../model/problem'
import type { Entry } from './front-matter/entry'
import { parseYaml } from './front-matter/yaml'
import { missingDatabase } from './responses-settings'
import { missingFile, missingUrl, unknownKey, wrongValue } from './site-problems'
import { completeSite, deploymentUrl, type Settings, settingsSchema } from './site-settings'

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

/** A block scalar's text begins on the line after its `|`. */
function firstTextLine(intro: Entry, content: string): number {
  const line = content.split('\n')[intro.valuePlace.line - 1] ?? ''
  return /[|>][-+0-9]*\s*$/.test(line) ? intro.valuePlace.line + 1 : intro.valuePlace.line
}
