import { IANAZone } from 'luxon'
import type { DialectRecord } from '../../dialects/dialect'
import { mapOf, textOf, urlOf } from '../../dialects/rules/config-values'
import { FILE_START } from '../../model/problem'
import { trimEndOf } from '../../model/trim-end'
import { readFields } from '../front-matter/read-fields'
import type { BlogSettings } from './blog'
import type { Notation } from './notation'
import type { SourceFile } from './source-yaml'

/**
 * Reads the settings for URLs and posts from an old system's configuration.
 * @param config as written
 * @param source the author's `_source.yaml`, which overrides it
 * @param notation as `readNotation` found it
 */
export function readBlogSettings(
  record: DialectRecord,
  config: Record<string, unknown>,
  source: SourceFile,
  notation: Notation,
): BlogSettings {
  const home = [config.url, config.baseURL, config.baseurl, config.base_url, config.site_url, config.SITEURL]
    .map(urlOf)
    .find((url) => url !== undefined)
  const own = record.readConfig?.(config) ?? {}
  const base = source.base ?? own.base ?? ''
  const zone = textOf(config.timezone ?? config.timeZone ?? config.TIMEZONE)
  return {
    permalinks: source.permalink ? { '': source.permalink } : (own.permalinks ?? {}),
    base: trimEndOf(base.replace(/^\/*(?=.)/, '/'), '/'),
    ...(home && { origin: home.origin }),
    ...(zone && IANAZone.isValidZone(zone) && { timeZone: zone }),
    uglyUrls: own.uglyUrls ?? false,
    contentFolders: own.contentFolders ?? [],
    defaults: record.hasDefaults ? readDefaults(config, record) : [],
    notation,
  }
}

/**
 * Jekyll's front matter defaults. Only keys that describe the post: pictures and layouts of a theme are
 * not used. General scopes come first. @see https://jekyllrb.com/docs/configuration/front-matter-defaults/
 */
function readDefaults(config: Record<string, unknown>, record: DialectRecord): BlogSettings['defaults'] {
  const scopes = Array.isArray(config.defaults) ? config.defaults.map(mapOf) : []
  return scopes
    .map(({ scope, values }) => {
      const entries = Object.entries(mapOf(values)).map(([key, value]) => ({
        ...NOWHERE,
        key,
        value,
        text: asText(value),
      }))
      const { image, ...fields } = readFields(entries, record).fields
      const folder = trimEndOf((textOf(mapOf(scope).path) ?? '').replace(/^\.?\/+/, ''), '/')
      const type = textOf(mapOf(scope).type)
      return { folder, ...(type && { type }), fields }
    })
    .sort((a, b) => a.folder.length - b.folder.length || Number(Boolean(a.type)) - Number(Boolean(b.type)))
}

const NOWHERE = { ...FILE_START, valuePlace: FILE_START }

function asText(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? value.map(asText) : value
}
