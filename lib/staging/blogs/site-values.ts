import type { Config } from '../../dialects/dialect'
import { mapOf, textOf } from '../../dialects/rules/config-values'
import type { OwnTag } from '../../model/document'
import { trimEndOf } from '../../model/trim-end'

/**
 * Fills in what Hugo's templates read of the configuration: `.Site.Params.x`, `.Site.Title`, `.Site.BaseURL`.
 * @see https://gohugo.io/methods/site/
 */
export function fillSiteValues(template: string, config: Config): string {
  return template.replaceAll(ACTION, (action) =>
    action.replaceAll(SITE_VALUE, (written: string, path: string) => {
      const value = path === 'BaseURL' ? withSlash(valueAt(config, path)) : valueAt(config, path)
      return value === undefined ? written : JSON.stringify(value)
    }),
  )
}

/** Hugo adds the slash at the end. */
function withSlash(url: string | undefined): string | undefined {
  return url === undefined ? undefined : `${trimEndOf(url, '/')}/`
}

const ACTION = /\{\{[\s\S]*?\}\}/g
const SITE_VALUE = /(?<![\w.$])(?:\$?(?:\.Page)?\.Site|site)\.(Params(?:\.\w+)+|Title|BaseURL)(?![\w.])/g

/**
 * Hugo's `{{< param "name" >}}`: a value of the post's front matter, else of the site's parameters.
 * @param extra the keys of the post that Quire does not know
 * @returns undefined if the text uses no name that has a value
 * @see https://gohugo.io/shortcodes/param/
 */
export function paramTag(body: string, extra: Config, config: Config): OwnTag | undefined {
  const names = new Set([...body.matchAll(PARAM)].map(([, name = '']) => name))
  const branches = [...names].flatMap((name) => {
    const value = valueAt(extra, name) ?? valueAt(config, `Params.${name}`)
    return value === undefined
      ? []
      : [`if eq (.Get 0) ${JSON.stringify(name)} }}{{ ${JSON.stringify(value)} }}`]
  })
  if (branches.length === 0) return undefined
  // Any other name makes the tag one that cannot be shown.
  return { template: `{{ ${branches.join('{{ else ')}{{ else }}{{ unknown }}{{ end }}` }
}

const PARAM = /\{\{[<%]\s*param\s+["'`]?([\w.-]+)["'`]?\s*[>%]\}\}/g

/** Keys are found in any case, as in Hugo. Lists and tables have no text. */
function valueAt(config: Config, path: string): string | undefined {
  let value: unknown = config
  for (const name of path.toLowerCase().split('.'))
    value = Object.entries(mapOf(value)).find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : textOf(value)
}
