import { linkCard, recognizeEmbed } from '../../embeds/providers'
import { schemeUrl } from '../../extract/link-schemes'
import type { Meaning, TagRow, TagUse } from './meaning'

/** Tags that refer to another document: a URL inside a link's parentheses, else a complete link. */
export const referenceTags: TagRow[] = [
  {
    names: ['post_url'],
    holds: 'nothing',
    inline: true,
    read: ({ written }) => named('post_url', unquote(written)),
  },
  { names: ['ref', 'relref'], holds: 'nothing', inline: true, read: readRef },
  { names: ['xref'], holds: 'nothing', inline: true, read: readNamedReference },
  { names: ['link'], holds: 'nothing', inline: true, read: readLink },
]

/** `"path#anchor"`, or Hugo's `path="…"`. */
function readRef({ args }: TagUse): Meaning | undefined {
  return named('ref', args.named.path ?? args.positional[0] ?? '')
}

/** `path= anchor= text= title=`: a complete link to another post. Without text it is only its URL. */
function readNamedReference({ args: { positional, named: given } }: TagUse): Meaning | undefined {
  const path = given.path ?? positional[0] ?? ''
  const anchor = given.anchor ? `#${given.anchor.replace(/^#/, '')}` : ''
  const label = given.text ?? given.title ?? positional[1]
  if (path === '' || !label) return named('ref', path && `${path}${anchor}`)
  return { as: 'link', url: schemeUrl('ref', `${path}${anchor}`), label }
}

/** Jekyll: a path. dev.to: a URL, shown as a card. */
function readLink({ written, args }: TagUse): Meaning | undefined {
  const path = unquote(args.named.url ?? args.named.href ?? written)
  if (/^https?:\/\//.test(path)) return { as: 'embed', embed: recognizeEmbed(path) ?? linkCard(path) }
  return named('ref', path)
}

function named(scheme: 'post_url' | 'ref', name: string): Meaning | undefined {
  return name === '' ? undefined : { as: 'address', url: schemeUrl(scheme, name) }
}

function unquote(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2')
}
