/** A parsed tag, not interpreted yet. */
export interface Tag {
  name: string
  /** `open` may also be a tag that never closes: only the text after it decides. */
  kind: 'open' | 'close' | 'literal'
  /** The text between the name and the closing brace. */
  arguments: string
  /** The content of a raw tag: nothing in it is Markdown or another tag. */
  text?: string
  /** For `literal`: the tag to show, e.g. `{{< x >}}` for a commented one. */
  shown?: string
  syntax: 'liquid' | 'angle' | 'percent'
  /** Written `{{< x />}}`: nothing closes it. */
  selfClosing: boolean
  /** Zola's `{% x(…) %}`, which `{% end %}` closes. */
  isCall?: true
}

/**
 * Parses the source of a tag: `{% endx %}`, `{{< /x >}}` close; a commented tag (`/*` inside the braces) is shown literally.
 * @param source as the tokenizer found it, raw tags with their text and end
 */
export function readTag(source: string): Tag {
  const opening = OPENING.exec(source)
  if (!opening) return tag('liquid', '', 'open', source)
  const [marker] = opening
  const syntax = marker.endsWith('<')
    ? 'angle'
    : marker.startsWith('{{') && marker.endsWith('%')
      ? 'percent'
      : 'liquid'
  const rest = source.slice(marker.length)
  const shut = marker.startsWith('{%')
    ? '%}'
    : syntax === 'liquid'
      ? '}}'
      : syntax === 'angle'
        ? '>}}'
        : '%}}'
  const close = endOfOpening(rest, shut)
  const inside = rest.slice(0, close).replace(/[-~]$/, '').trim()
  const text = rest.slice(close + shut.length)
  const literal = /^\/\*([\s\S]*)\*\/$/.exec(inside)
  if (literal) {
    return { ...tag(syntax, '', 'literal', ''), shown: `${marker}${literal[1]}${shut}` }
  }
  const selfClosing = syntax !== 'liquid' && inside.endsWith('/')
  // Zola writes a tag as a call: `youtube(id="x", autoplay=true)`.
  const call = /^([A-Za-z_]\w*)\(([\s\S]*)\)$/.exec(inside)
  if (call?.[1]) {
    const args = (call[2] ?? '').replaceAll(/\s*,\s*(?=\w+\s*=)/g, ' ')
    const opened = tag(syntax, call[1], 'open', args)
    return marker.startsWith('{%') ? { ...opened, isCall: true } : { ...opened, selfClosing: true }
  }
  if (syntax === 'liquid' && inside === 'end') return tag(syntax, '', 'close', '')
  const parts = /^(\/?)\s*(\S*)([\s\S]*)$/.exec(selfClosing ? inside.slice(0, -1) : inside)
  const name = parts?.[2] ?? ''
  const args = (parts?.[3] ?? '').trim()
  if (syntax === 'liquid' && /^end./.test(name)) return tag(syntax, name.slice(3), 'close', args)
  if (parts?.[1]) return tag(syntax, name, 'close', args)
  const result = { ...tag(syntax, name, 'open', args), selfClosing }
  return text === '' ? result : { ...result, text: text.replace(END, '') }
}

const OPENING = /^(?:\{%[-~]?|\{\{[<%][-~]?|\{\{-?)/
const END = /(?:\{%[-~]?\s*end\S+?\s*[-~]?%\}|\{\{[<%]\s*\/\s*\S+?\s*[>%]\}\})$/

function tag(syntax: Tag['syntax'], name: string, kind: Tag['kind'], args: string): Tag {
  return { name, kind, arguments: args, syntax, selfClosing: false }
}

/** The start of the closing brace of an opening tag: quotes in Hugo's tags may contain one. */
function endOfOpening(rest: string, shut: string): number {
  if (shut === '%}') return orEnd(rest.indexOf(shut), rest)
  let quote: string | undefined
  for (let index = 0; index < rest.length; index++) {
    const char = rest[index]
    if (quote === undefined && rest.startsWith(shut, index)) return index
    if ((char === '"' || char === '`') && rest[index - 1] !== '\\') {
      if (quote === undefined) quote = char
      else if (quote === char) quote = undefined
    }
  }
  return rest.length
}

function orEnd(index: number, text: string): number {
  return index < 0 ? text.length : index
}
