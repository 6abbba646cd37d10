import { readSchemeUrl } from '../markdown/extract/link-schemes'
import type { Source } from '../model/document'
import type { Problem } from '../model/problem'
import type { Reference } from '../model/rendered'
import { findNearest } from './guess'
import type { LinkIndex, LinkTarget } from './link-index'

export function deadLink({ url, line, column }: Reference, source: Source, index: LinkIndex): Problem {
  const written = readSchemeUrl(url)?.name ?? url
  const nearest = findNearest(written.replace(/[?#].*$/s, ''), index.targets)
  return {
    severity: 'warning',
    rule: 'references/dead-link',
    file: source.file,
    line,
    column,
    message: `The link \`${written}\` is broken: no page has this URL.`,
    hint: nearest
      ? `The nearest is \`${nearest.url}\`, “${nearest.document.staged.title}”.`
      : 'Fix or remove it.',
  }
}

export function deadAnchor(
  { url, line, column }: Reference,
  source: Source,
  fragment: string,
  target: LinkTarget | undefined,
): Problem {
  const place = target ? `“${target.document.staged.title}”` : 'this document'
  return {
    severity: 'warning',
    rule: 'references/dead-anchor',
    file: source.file,
    line,
    column,
    message: `The link \`${url}\` points to “#${fragment}”, which does not exist in ${place}.`,
    hint: 'Use the id of a heading on the page, or remove the part from `#` on.',
  }
}

export function guessedLink(
  { url, line, column }: Reference,
  source: Source,
  { url: present, document }: LinkTarget,
): Problem {
  return {
    severity: 'warning',
    rule: 'references/guessed-address',
    file: source.file,
    line,
    column,
    message: `No post claims \`${url}\`; its date and words are those of “${document.staged.title}”, so it leads there.`,
    hint: `Write \`aliases: [${url}]\` in ${document.staged.settings.source.file}, or link to \`${present}\`.`,
  }
}

export function linkToDraft(
  { url, line, column }: Reference,
  source: Source,
  { document }: LinkTarget,
): Problem {
  return {
    severity: 'warning',
    rule: 'references/link-to-draft',
    file: source.file,
    line,
    column,
    message: `The link \`${url}\` leads to a draft, ${document.staged.settings.source.file}, which readers do not see.`,
    hint: 'Publish it, or remove the link.',
  }
}
