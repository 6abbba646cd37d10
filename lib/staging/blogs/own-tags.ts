import escapeRegExp from 'escape-string-regexp'
import type { Config, DialectRecord } from '../../dialects/dialect'
import type { OwnTag } from '../../model/document'
import { emptyRecord } from '../../model/records'
import { withSiteInputs } from '../tag-inputs'
import { fillSiteValues } from './site-values'

/** Larger files are programs, not templates. */
const MAX_LENGTH = 20_000

/**
 * Reads the tags that a site defines itself: Hugo's templates of shortcodes (its theme's too), and classes of Ruby
 * that return one string.
 * @param paths the files of the blog, relative to its root
 * @param config the site's configuration, which templates may read
 * @returns by name; whether a tag can be expanded is found out when it is used
 */
export async function readOwnTags(
  record: DialectRecord,
  paths: readonly string[],
  read: (path: string) => Promise<string>,
  config: Config = {},
): Promise<Record<string, OwnTag>> {
  const tags = emptyRecord<OwnTag>()
  for (const folder of record.tagFolders ?? []) {
    // The site's own tags come last, so they override those of the theme.
    const inside = paths.filter((path) => path.startsWith(`${folder}/`) || isOfTheme(path, folder))
    for (const path of inside.sort((a, b) => Number(isOfTheme(b, folder)) - Number(isOfTheme(a, folder)))) {
      const name = path.slice(path.indexOf(`${folder}/`) + folder.length + 1)
      if (!/\.(?:html|rb)$/.test(name)) continue
      const text = await read(path)
      if (text.length > MAX_LENGTH) continue
      if (name.endsWith('.rb')) Object.assign(tags, readRubyTags(text))
      else {
        const tag = { template: fillSiteValues(text, config) }
        tags[name.replace(/\.html$/, '')] = await withSiteInputs(tag, record, paths, read, config)
      }
    }
  }
  return tags
}

function isOfTheme(path: string, folder: string): boolean {
  return path.startsWith('themes/') && path.includes(`/${folder}/`)
}

/** The tags that a document uses. */
export function usedTags(
  own: Readonly<Record<string, OwnTag>>,
  body: string,
): Record<string, OwnTag> | undefined {
  const used = Object.entries(own).filter(([name]) =>
    new RegExp(`\\{[{%][<%]?[-~]?\\s*${escapeRegExp(name)}\\b`).test(body),
  )
  return used.length > 0 ? Object.fromEntries(used) : undefined
}

/**
 * Reads the tags of a Ruby plugin whose `render` is one string: `"<a href='/x/#{@id}'>#{@id}</a>"`. Each variable must
 * come from the markup, whole or by a pattern with named groups.
 */
export function readRubyTags(source: string): Record<string, OwnTag> {
  const tags = emptyRecord<OwnTag>()
  const text = source.replaceAll(/^[ \t]*#(?!\{).*$/gm, '')
  for (const [, name, type] of text.matchAll(/register_tag\(?\s*['"]([\w-]+)['"]\s*,\s*(?:\w+::)*(\w+)/g)) {
    const body = new RegExp(
      `class\\s+${type}\\s*<\\s*Liquid::Tag\\b([\\s\\S]*?)(?=\\n\\s*class\\s|register_tag|$)`,
    ).exec(text)?.[1]
    const tag = body === undefined ? undefined : readRubyTag(body)
    if (name && tag) tags[name] = tag
  }
  return tags
}

function readRubyTag(body: string): OwnTag | undefined {
  const parameter = /def\s+initialize\s*\(?\s*\w+\s*,\s*(\w+)/.exec(body)?.[1]
  const result =
    /def\s+render\s*\(?\s*\w+\s*\)?\s*\n\s*(?:return\s+)?(["'])((?:\\.|(?!\1)[^\\\n])*)\1\s*\n\s*end\b/.exec(
      body,
    )
  if (!parameter || result?.[2] === undefined) return undefined
  const condition = new RegExp(`/((?:\\\\.|[^/\\\\\\n])+)/\\s*=~\\s*${parameter}\\b`).exec(body)?.[1]
  const whole = new RegExp(`@(\\w+)\\s*=\\s*${parameter}(?:\\.(?:strip|to_s))*\\s*$`, 'gm')
  const texts = new Set([...body.matchAll(whole)].map(([, variable]) => variable))
  const groups = new Map(
    [...body.matchAll(/@(\w+)\s*=\s*(\w+)\s*$/gm)].map(([, variable, group]) => [variable, group]),
  )
  let isKnown = true
  const template = result[2]
    .replaceAll(/\\(["'])/g, '$1')
    .replaceAll(/\{\{/g, '{{ "{{" }}')
    .replaceAll(/#\{\s*@(\w+)(?:\.strip)?\s*\}/g, (_, variable: string) => {
      const group = groups.get(variable)
      if (texts.has(variable)) return '{{ .Written }}'
      if (group && condition?.includes(`(?<${group}>`)) return `{{ .Get "${group}" }}`
      isKnown = false
      return ''
    })
  if (!isKnown || template.includes('#{')) return undefined
  const usesGroups = template.includes('{{ .Get ')
  if (usesGroups && (!condition || !isPlainPattern(condition))) return undefined
  return usesGroups && condition ? { template, pattern: condition } : { template }
}

/** A pattern that means the same in JavaScript and Ruby and cannot take long: it has no nested repetitions. */
function isPlainPattern(pattern: string): boolean {
  if (/\)[*+{]|\(\?(?!<[a-z]\w*>|:)|\\[AzZhHGR]|\[\[:/i.test(pattern.replaceAll('\\)', ''))) return false
  try {
    new RegExp(pattern)
    return true
  } catch {
    return false
  }
}
