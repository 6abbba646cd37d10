import { decodePercent } from '../../urls/decode'

/**
 * URLs for links that a dialect writes by name. The pipeline does not know the other posts, so it puts these into `href`
 * (and `src` for pictures of a vault), and `lib/references` resolves them:
 *
 * | address | written as |
 * |---|---|
 * | `post_url:2013-05-06-a-post` | `{% post_url 2013-05-06-a-post %}`, with its folder if there is one |
 * | `ref:guide/a.md#part` | Hugo's `ref` and `relref`, Jekyll's `{% link _posts/a.md %}` |
 * | `wikilink:A%20note#A%20heading` | Obsidian's `[[A note#A heading]]`, pictures too |
 * | `notebook:plot-3f2a.png` | a picture inside a Jupyter notebook |
 *
 * The part after the scheme is percent-encoded; a fragment is kept.
 */
export type LinkScheme = 'post_url' | 'ref' | 'wikilink' | 'notebook'

/** Builds such a URL from a name: `#` and the rest stay a fragment. */
export function schemeUrl(scheme: LinkScheme, name: string): string {
  const hash = name.indexOf('#')
  const path = hash < 0 ? name : name.slice(0, hash)
  const fragment = hash < 0 ? '' : `#${encodeURIComponent(name.slice(hash + 1))}`
  return `${scheme}:${encodeURIComponent(path).replaceAll('%2F', '/')}${fragment}`
}

/** Parses such a URL. @returns undefined for any other URL */
export function readSchemeUrl(
  url: string,
): { scheme: LinkScheme; name: string; fragment?: string } | undefined {
  const match = /^(post_url|ref|wikilink|notebook):([^#]*)(?:#(.*))?$/.exec(url)
  const [, scheme, name = '', fragment] = match ?? []
  if (scheme !== 'post_url' && scheme !== 'ref' && scheme !== 'wikilink' && scheme !== 'notebook')
    return undefined
  return {
    scheme,
    name: decodePercent(name),
    ...(fragment === undefined ? {} : { fragment: decodePercent(fragment) }),
  }
}
