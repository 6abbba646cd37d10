import type { Properties } from 'hast'
import type { Code, PhrasingContent, Text } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { stringsFor } from '../../strings'
import { setCodeMeta } from '../code/meta'
import { blocks, phrasing } from '../content'
import { contextOf } from '../context'
import { callout } from '../elements/callout'
import { embedElement } from '../embeds/embed-element'
import { type Content, element } from '../nodes'
import { parseFragment } from '../parse'
import { picture, withoutLonelyParagraph } from './pictures'
import type { Meaning } from './table/meaning'

/**
 * Creates the tree for the meaning of a tag.
 * @param inner the content between the tag and its end tag; empty if it has none
 * @returns undefined if the meaning needs content between the tags and there is none
 */
export function nodesOf(
  meaning: Meaning,
  inner: Content[],
  position: Position | undefined,
  file: VFile,
): Content[] | undefined {
  const { settings } = contextOf(file)
  const markdown = (text: string): PhrasingContent[] =>
    phrasing(parseFragment(text, settings, position, { phrasing: true }))
  const text = (value: string): Text => ({ type: 'text', value, position })
  switch (meaning.as) {
    case 'embed':
      return [embedElement(meaning.embed, position, file)]
    case 'picture':
      return [picture(meaning.picture, position)]
    case 'figure': {
      const shown = [
        ...(meaning.picture ? [picture(meaning.picture, position)] : []),
        ...withoutLonelyParagraph(inner),
      ]
      if (shown.length === 0) return undefined
      const credit = meaning.credit
        ? [...(meaning.caption ? [text(' ')] : []), creditOf(meaning.credit, position)]
        : []
      const caption = [...(meaning.caption ? markdown(meaning.caption) : []), ...credit]
      const properties: Properties = meaning.classes ? { className: meaning.classes } : {}
      return [element('figure', properties, [...shown, ...figcaption(caption)], position)]
    }
    case 'media': {
      const { tagName, src, caption } = meaning
      const media = element(
        tagName,
        { src, controls: true, preload: 'metadata', ...meaning.properties },
        [],
        position,
      )
      return [element('figure', {}, [media, ...figcaption(caption ? markdown(caption) : [])], position)]
    }
    case 'code': {
      const node: Code = { type: 'code', value: meaning.code, position }
      setCodeMeta(node, meaning.meta)
      return [node]
    }
    case 'inline-code':
      return [{ type: 'inlineCode', value: meaning.code, position }]
    case 'math': {
      const className = ['language-math', meaning.inline ? 'math-inline' : 'math-display']
      const code = element('code', { className }, [text(meaning.tex)], position)
      return [meaning.inline ? code : element('pre', {}, [code], position)]
    }
    case 'callout': {
      const body = meaning.text ? parseFragment(meaning.text, settings, position) : inner
      if (body.length === 0) return undefined
      return [
        callout(
          meaning.kind,
          meaning.title ? markdown(meaning.title) : [],
          blocks(body),
          settings.lang,
          meaning.fold,
          position,
        ),
      ]
    }
    case 'details': {
      const summary = element(
        'summary',
        {},
        markdown(meaning.summary || stringsFor(settings.lang).details),
        position,
      )
      return [element('details', { open: meaning.open }, [summary, ...blocks(inner)], position)]
    }
    case 'quotation': {
      const { author, source, url } = meaning
      const words = [...(author ? [text(`— ${author}`)] : []), ...(author && source ? [text(', ')] : [])]
      const cite = source ?? (url && !author ? url : undefined)
      const named = cite ? [element('cite', {}, [url ? linkTo(url, cite, position) : text(cite)])] : []
      const link = url && !cite ? [text(' '), linkTo(url, url.replace(/^https?:\/\//, ''), position)] : []
      const footer =
        words.length + named.length > 0 ? [element('footer', {}, [...words, ...named, ...link])] : []
      return [element('blockquote', {}, [...blocks(inner), ...footer], position)]
    }
    case 'link': {
      const label = inner.length > 0 ? phrasing(inner) : meaning.label ? markdown(meaning.label) : []
      return [
        {
          type: 'link',
          url: meaning.url,
          children: label.length > 0 ? label : [{ type: 'text', value: meaning.url }],
          position,
        },
      ]
    }
    case 'address':
      return [linkTo(meaning.url, decodeURIComponent(meaning.url.replace(/^\w+:/, '')), position)]
    case 'markdown':
      return parseFragment(meaning.markdown, settings, position, { literalTags: true })
    case 'html':
      return [{ type: 'html', value: meaning.html.trim(), position }]
    case 'contents':
      return [element('nav', { dataContents: '' }, [], position)]
    case 'inner':
      return inner
    case 'nothing':
      return []
  }
}

function figcaption(children: Content[]): Content[] {
  return children.length > 0 ? [element('figcaption', {}, children)] : []
}

function creditOf(credit: { text: string; url?: string }, position: Position | undefined): PhrasingContent {
  return credit.url
    ? linkTo(credit.url, credit.text, position)
    : { type: 'text', value: credit.text, position }
}

function linkTo(url: string, label: string, position: Position | undefined): PhrasingContent {
  return { type: 'link', url, children: [{ type: 'text', value: label, position }], position }
}
