import { IANAZone } from 'luxon'
import type { Dialect } from '../../model/document'
import { readFields } from '../front-matter/read-fields'
import type { BlogSettings } from './blog'
import type { SourceFile } from './source-yaml'

/**
 * Takes from an old system's configuration what decides about addresses and posts.
 * @param config as written
 * @param source the author's `_source.yaml`, which overrules it
 */
export function readBlogSettings(
  dialect: Dialect,
  config: Record<string, unknown>,
  source: SourceFile,
): BlogSettings {
  const home =
    parseUrl(text(config.url)) ??
    parseUrl(text(config.baseURL ?? config.baseurl)) ??
    parseUrl(text(config.base_url))
  const path = dialect === 'jekyll' || dialect === 'octopress' ? text(config.baseurl) : home?.pathname
  const base = source.base ?? (path && !/^https?:/.test(path) ? path : '')
  const zone = text(config.timezone ?? config.timeZone)
  return {
    permalinks: source.permalink ? { '': source.permalink } : readPermalinks(dialect, config),
    base: base.replace(/^\/*(?=.)/, '/').replace(/\/+$/, ''),
    ...(home && { origin: home.origin }),
    ...(zone && IANAZone.isValidZone(zone) && { timeZone: zone }),
    uglyUrls: (config.uglyURLs ?? config.uglyurls) === true,
    defaults: dialect === 'jekyll' || dialect === 'octopress' ? readDefaults(config) : [],
  }
}

function readPermalinks(dialect: Dialect, config: Record<string, unknown>): Record<string, string> {
  if (dialect === 'hugo') {
    // Newer configurations tell pages from sections: `permalinks: {page: {blog: …}}`.
    const permalinks = map(config.permalinks)
    const own = Object.entries({ ...permalinks, ...map(permalinks.page) })
    return Object.fromEntries(
      own.flatMap(([section, pattern]) => (typeof pattern === 'string' ? [[section, pattern]] : [])),
    )
  }
  const pattern = text(map(map(config.collections).posts).permalink) ?? text(config.permalink)
  return pattern ? { '': pattern } : {}
}

/**
 * Jekyll's front matter defaults. Only what says something about the post: pictures and layouts of a theme are its
 * own affair. General scopes come first. @see https://jekyllrb.com/docs/configuration/front-matter-defaults/
 */
function readDefaults(config: Record<string, unknown>): BlogSettings['defaults'] {
  const scopes = Array.isArray(config.defaults) ? config.defaults.map(map) : []
  return scopes
    .filter(({ scope }) => ['posts', 'drafts', undefined].includes(text(map(scope).type)))
    .map(({ scope, values }) => {
      const entries = Object.entries(map(values)).map(([key, value]) => ({
        ...NOWHERE,
        key,
        value,
        text: asText(value),
      }))
      const { image, layout, ...fields } = readFields(entries, 'jekyll').fields
      return { folder: (text(map(scope).path) ?? '').replace(/^\.?\/+|\/+$/g, ''), fields }
    })
    .sort((a, b) => a.folder.length - b.folder.length)
}

const NOWHERE = { line: 1, column: 1, valuePlace: { line: 1, column: 1 } }

function asText(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? value.map(asText) : value
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function map(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

function parseUrl(address: string | undefined): URL | undefined {
  return address && /^https?:\/\//.test(address) && URL.canParse(address) ? new URL(address) : undefined
}
