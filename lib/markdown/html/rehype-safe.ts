import type { Element, Root } from 'hast'
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize'
import type { VFile } from 'vfile'
import { SKIP, visit } from '../../model/visit'
import { contextOf, report } from '../context'

/**
 * With `html: safe` in site.yaml: keeps of a document only what GitHub's schema allows, and what our own notation makes:
 * callouts, embeds, captions, code with its options, formulas, notes, definition lists. Formulas, colored code and
 * diagrams are made after it and are not touched. What is removed is reported; the content of an element stays.
 *
 * Elements are judged one by one by `sanitize`, since plugins keep data at them that a copy of the tree would lose.
 * @see https://github.com/rehypejs/rehype-sanitize
 */
export function rehypeSafe() {
  return (tree: Root, file: VFile): void => {
    if (!contextOf(file).settings.safeHtml) return
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return undefined
      if (node.type === 'comment' || node.type === 'doctype') {
        parent.children.splice(index, 1)
        return [SKIP, index]
      }
      if (node.type !== 'element') return undefined
      const kept = sanitizeAlone(node)
      if (!kept) {
        report(file, node, removedElement(node))
        parent.children.splice(index, 1, ...(WITHOUT_CONTENT.has(node.tagName) ? [] : node.children))
        return [SKIP, index]
      }
      const lost = Object.keys(node.properties).filter((name) =>
        isLost(node.properties[name], kept.properties[name]),
      )
      node.properties = withoutEmpty(kept.properties)
      if (lost.length > 0) report(file, node, removedAttributes(node, lost))
      return undefined
    })
  }
}

/** @returns the element without children as the schema allows it; undefined if it does not */
function sanitizeAlone(element: Element): Element | undefined {
  const clean = sanitize({ ...element, children: [] }, schema)
  if (clean.type === 'element') return clean
  return clean.type === 'root' && clean.children[0]?.type === 'element' ? clean.children[0] : undefined
}

function withoutEmpty(properties: Element['properties']): Element['properties'] {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  )
}

/** Properties that say nothing (`className: []`) are no loss. */
function isLost(before: Element['properties'][string], after: Element['properties'][string]): boolean {
  if (before === undefined || before === null || before === false) return false
  if (Array.isArray(before)) return before.length > (Array.isArray(after) ? after.length : 0)
  return after === undefined || after === null
}

/** Their text is no text of the document. */
const WITHOUT_CONTENT = new Set([
  'style',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'select',
  'textarea',
  'title',
])

const CODE_OPTIONS = ['dataTitle', 'dataHighlight', 'dataLineNumbers', 'dataLink', 'dataLinkText']

/** Attributes of forms, which a text has none of. */
const FORMS = new Set([
  'action',
  'accept',
  'acceptCharset',
  'encType',
  'method',
  'name',
  'noHref',
  'prompt',
  'target',
])

const attributes = defaultSchema.attributes ?? {}
const protocols = defaultSchema.protocols ?? {}
/** Names of vaults and of old systems' tags, which `lib/references` replaces by URLs. */
const NAMES = ['wikilink', 'ref', 'post_url']

const schema: Schema = {
  ...defaultSchema,
  // Each element is judged alone; the parser has put cells into rows already.
  ancestors: {},
  clobber: [],
  clobberPrefix: '',
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    ...[
      'abbr',
      'aside',
      'audio',
      'bdi',
      'bdo',
      'caption',
      'cite',
      'col',
      'colgroup',
      'figcaption',
      'figure',
      'footer',
      'nav',
      'mark',
    ],
    ...['small', 'time', 'track', 'u', 'video', 'wbr', 'x-embed'],
  ],
  attributes: {
    ...attributes,
    '*': [
      ...(attributes['*'] ?? []).filter((name) => !FORMS.has(String(name))),
      'dataUnresolved',
      'dataContents',
      'dataKind',
      'role',
    ],
    a: [...(attributes.a ?? []), 'rel', 'target'],
    aside: [['className', 'callout']],
    audio: ['src', 'controls', 'preload', 'loop', 'muted'],
    code: [['className', /^language-./, /^lang-./, 'math-inline', 'math-display'], ...CODE_OPTIONS],
    details: [['className', 'callout'], 'open'],
    div: [...(attributes.div ?? []), ['className', 'contents', 'gallery'], 'dataContents'],
    figure: [['className', 'gallery', 'quote']],
    img: [
      ...(attributes.img ?? []),
      ['className', 'left', 'right', 'center', 'wide'],
      'loading',
      'decoding',
      'srcSet',
      'sizes',
    ],
    nav: [['className', 'contents']],
    p: [['className', 'callout-title']],
    pre: CODE_OPTIONS,
    section: [...(attributes.section ?? []), ['className', 'footnotes', 'table']],
    source: ['srcSet', 'src', 'type', 'media', 'sizes'],
    summary: [...(attributes.summary ?? []), ['className', 'callout-title']],
    time: ['dateTime'],
    track: ['src', 'kind', 'srcLang', 'label', 'default'],
    video: ['src', 'poster', 'controls', 'preload', 'loop', 'muted', 'playsInline', 'width', 'height'],
    'x-embed': [
      'provider',
      'url',
      'author',
      'user',
      'title',
      'width',
      'height',
      'start',
      'end',
      'hash',
      'file',
    ],
  },
  protocols: {
    ...protocols,
    href: [...(protocols.href ?? []), ...NAMES, 'tel'],
    src: [...(protocols.src ?? []), ...NAMES],
    poster: ['http', 'https', ...NAMES],
    url: ['http', 'https'],
    dataLink: ['http', 'https'],
  },
}

function removedElement({ tagName }: Element) {
  return {
    rule: 'markdown/safe-html',
    message: `<${tagName}> is removed: \`html: safe\` in site.yaml does not allow it.`,
    hint: 'Write it in Markdown, or ask the owner of the site for `html: trusted`.',
  }
}

function removedAttributes({ tagName }: Element, names: string[]) {
  const list = names.map((name) => `"${name}"`).join(', ')
  return {
    rule: 'markdown/safe-html',
    message: `${list} of <${tagName}> is removed: \`html: safe\` in site.yaml does not allow it.`,
    hint: 'Remove it, or ask the owner of the site for `html: trusted`.',
  }
}
