import { readSchemeUrl } from '../markdown/extract/link-schemes'
import type { Source } from '../model/document'
import type { Problem } from '../model/problem'
import type { Reference } from '../model/rendered'
import { findNearest } from './guess'
import type { LinkIndex, LinkTarget } from './link-index'
import type { Unpublished } from './unpublished'

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
      ? `The most similar is \`${nearest.url}\`, “${nearest.document.staged.title}”.`
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
    message: `No post claims \`${url}\`; its date and words match “${document.staged.title}”, so it points there.`,
    hint: `Write \`aliases: [${url}]\` in ${document.staged.settings.source.file}, or link to \`${present}\`.`,
  }
}

export function linkToUnpublished(
  { url, line, column }: Reference,
  source: Source,
  { document }: LinkTarget,
  unpublished: Unpublished,
): Problem {
  return {
    severity: 'warning',
    rule: `references/link-to-${unpublished}`,
    file: source.file,
    line,
    column,
    message: `The link \`${url}\` leads to ${describeUnpublished(document, unpublished)}`,
    hint:
      unpublished === 'draft' ? 'Publish it, or remove the link.' : 'Wait for its date, or remove the link.',
  }
}

export function redirectToUnpublished(
  { url, line, column }: Reference,
  source: Source,
  { document }: LinkTarget,
  unpublished: Unpublished,
): Problem {
  return {
    severity: 'warning',
    rule: `references/redirect-to-${unpublished}`,
    file: source.file,
    line,
    column,
    message: `\`redirect_to\` leads to ${describeUnpublished(document, unpublished)} Until it is published, the post is shown instead of redirecting to ${url}.`,
    hint: 'Publish it, or redirect to another post.',
  }
}

function describeUnpublished({ staged }: LinkTarget['document'], unpublished: Unpublished): string {
  const { file } = staged.settings.source
  return unpublished === 'draft'
    ? `a draft, ${file}, which readers do not see.`
    : `${file}, which is scheduled for ${staged.date}: readers do not see it yet.`
}
