import { writeTag } from './tag-text'

/**
 * Short notations of single lines: a table of contents (`[[toc]]`, `[TOC]`), embeds (`@[youtube](id)`), and the size of
 * a picture after its URL (`![alt](a.png =250x)`), which CommonMark would not read as a picture.
 * @see https://zenn.dev/zenn/articles/markdown-guide
 */
export function rewriteLines(lines: readonly string[], isCode: readonly boolean[]): string[] {
  return lines.map((line, index) => (isCode[index] ? line : rewriteLine(line)))
}

function rewriteLine(line: string): string {
  if (CONTENTS.test(line)) return '{% toc %}'
  const [, indent = '', name, target = ''] = EMBED.exec(line) ?? []
  if (name) return indent + embedTag(name.toLowerCase(), target)
  return line.includes('`') ? line : line.replace(SIZED, writePicture)
}

const CONTENTS = /^ {0,3}(?:\[\[_?toc_?\]\]|\[toc\])\s*$/i
const EMBED = /^(\s*)@\[([a-z]+)\]\((\S+?)\)\s*$/i
const SIZED = /!\[([^\]\n]*)\]\(([^\s()]+) =(\d*)x(\d*)\)/g

/** Providers that have a tag; any other provider is recognized by its URL. */
const NAMED = new Set(['youtube', 'vimeo', 'tweet', 'twitter', 'gist', 'codepen', 'bilibili'])

function embedTag(name: string, target: string): string {
  if (/^https?:/.test(target)) return writeEmbed('embed', target)
  return writeEmbed(NAMED.has(name) ? name : 'embed', target)
}

function writeEmbed(name: string, target: string): string {
  return writeTag(name).replace(' %}', ` ${target} %}`)
}

function writePicture(_: string, alt: string, src: string, width: string, height: string): string {
  const attributes = Object.entries({ src, alt, width, height }).flatMap(([key, value]) =>
    value === '' && key !== 'alt'
      ? []
      : [` ${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`],
  )
  return `<img${attributes.join('')}>`
}
