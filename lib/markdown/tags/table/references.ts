import { linkCard, recognizeEmbed } from '../../embeds/providers'
import { schemeUrl } from '../../extract/link-schemes'
import type { Meaning, TagRow, TagUse } from './meaning'

/** Tags that name another document: an address inside a link's parentheses, else a whole link. */
export const referenceTags: TagRow[] = [
  {
    names: ['post_url'],
    holds: 'nothing',
    inline: true,
    read: ({ written }) => named('post_url', unquote(written)),
  },
  { names: ['ref', 'relref'], holds: 'nothing', inline: true, read: readRef },
  { names: ['link'], holds: 'nothing', inline: true, read: readLink },
]

/** `"path#anchor"`, or Hugo's `path="…"`. */
function readRef({ args }: TagUse): Meaning | undefined {
  return named('ref', args.named.path ?? args.positional[0] ?? '')
}

/** Jekyll: a path. dev.to: an address, shown as a card. */
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
