import { readSchemeUrl } from '../markdown/extract/link-schemes'
import type { Source } from '../model/document'
import type { Problem } from '../model/problem'
import type { Reference } from '../model/rendered'
import { findNearest } from './guess'
import type { LinkIndex, LinkTarget } from './link-index'
import type { Unpublished } from './unpublished'

export function deadLink(reference: Reference, source: Source, index: LinkIndex): Problem {
  const written = readSchemeUrl(reference.url)?.name ?? reference.url
  const nearest = findNearest(written.replace(/[?#].*$/s, ''), index.targets)
  return warnAt(reference, source, {
    rule: 'references/dead-link',
    message: `The link \`${written}\` is broken: no page has this URL.`,
    hint: nearest
      ? `The most similar is \`${nearest.url}\`, “${nearest.document.staged.title}”.`
      : 'Fix or remove it.',
  })
}

export function deadAnchor(
  reference: Reference,
  source: Source,
  fragment: string,
  target: LinkTarget | undefined,
): Problem {
  const place = target ? `“${target.document.staged.title}”` : 'this document'
  return warnAt(reference, source, {
    rule: 'references/dead-anchor',
    message: `The link \`${reference.url}\` points to “#${fragment}”, which does not exist in ${place}.`,
    hint: 'Use the id of a heading on the page, or remove the part from `#` on.',
  })
}

export function guessedLink(
  reference: Reference,
  source: Source,
  { url: present, document }: LinkTarget,
): Problem {
  return warnAt(reference, source, {
    rule: 'references/guessed-address',
    message: `No post claims \`${reference.url}\`; “${document.staged.title}” is the only one that it can mean, so it points there.`,
    hint: `Write \`aliases: [${reference.url}]\` in ${document.staged.settings.source.file}, or link to \`${present}\`.`,
  })
}

export function linkToUnpublished(
  reference: Reference,
  source: Source,
  { document }: LinkTarget,
  unpublished: Unpublished,
): Problem {
  return warnAt(reference, source, {
    rule: `references/link-to-${unpublished}`,
    message: `The link \`${reference.url}\` leads to ${describeUnpublished(document, unpublished)}`,
    hint:
      unpublished === 'draft' ? 'Publish it, or remove the link.' : 'Wait for its date, or remove the link.',
  })
}

export function redirectToUnpublished(
  reference: Reference,
  source: Source,
  { document }: LinkTarget,
  unpublished: Unpublished,
): Problem {
  return warnAt(reference, source, {
    rule: `references/redirect-to-${unpublished}`,
    message: `\`redirect_to\` leads to ${describeUnpublished(document, unpublished)} Until it is published, the post is shown instead of redirecting to ${reference.url}.`,
    hint: 'Publish it, or redirect to another post.',
  })
}

function describeUnpublished({ staged }: LinkTarget['document'], unpublished: Unpublished): string {
  const { file } = staged.settings.source
  return unpublished === 'draft'
    ? `a draft, ${file}, which readers do not see.`
    : `${file}, which is scheduled for ${staged.date}: readers do not see it yet.`
}

/** A warning at the place of a link or URL in the author's file. */
function warnAt(
  { line, column }: Reference,
  { file }: Source,
  problem: Pick<Problem, 'rule' | 'message' | 'hint'>,
): Problem {
  return { severity: 'warning', file, line, column, ...problem }
}
