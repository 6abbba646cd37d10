import { Unsupported } from './template-expression'

/** A part of a template. */
export type TemplateNode = { kind: 'text'; text: string } | { kind: 'action'; action: string } | Branch

/** `if`, `with` and `range`, with what follows their `else`. */
export interface Branch {
  kind: 'if' | 'with' | 'range'
  condition: string
  body: TemplateNode[]
  otherwise: TemplateNode[]
}

/**
 * Parses a template of Go.
 * @throws {Unsupported} for blocks that do not end, `define`, `block`, and templates of more than 500 actions
 */
export function readTemplate(template: string): TemplateNode[] {
  const pieces = readPieces(template)
  if (pieces.length > MAX_ACTIONS) throw new Unsupported('length')
  let at = 0
  const { nodes, end } = block()
  if (end) throw new Unsupported(end)
  return nodes

  function block(): { nodes: TemplateNode[]; end: string | undefined } {
    const nodes: TemplateNode[] = []
    for (; at < pieces.length; ) {
      const piece = pieces[at++]
      if (piece?.text) nodes.push({ kind: 'text', text: piece.text })
      const action = piece?.action
      if (!action) continue
      if (/^(?:end|else)\b/.test(action)) return { nodes, end: action }
      if (/^(?:define|block|template|break|continue|return)\b/.test(action)) throw new Unsupported(action)
      const [, kind, condition = ''] = /^(if|with|range)\s+([\s\S]+)$/.exec(action) ?? []
      nodes.push(
        kind === 'if' || kind === 'with' || kind === 'range'
          ? branch(kind, condition)
          : { kind: 'action', action },
      )
    }
    return { nodes, end: undefined }
  }

  function branch(kind: Branch['kind'], condition: string): Branch {
    const { nodes: body, end } = block()
    if (end === undefined) throw new Unsupported('no end')
    if (end === 'end') return { kind, condition, body, otherwise: [] }
    const [, next, chained = ''] = /^else\s+(if|with)\s+([\s\S]+)$/.exec(end) ?? []
    if (next === 'if' || next === 'with') return { kind, condition, body, otherwise: [branch(next, chained)] }
    const second = block()
    if (second.end !== 'end') throw new Unsupported('no end')
    return { kind, condition, body, otherwise: second.nodes }
  }
}

const MAX_ACTIONS = 500

/** Text parts, each with the action after it. `{{-` and `-}}` remove adjacent spaces. */
function readPieces(template: string): { text: string; action?: string }[] {
  const pieces: { text: string; action?: string }[] = []
  let from = 0
  let trimsNext = false
  for (const match of template.matchAll(ACTION)) {
    const before = template.slice(from, match.index)
    const text = trimsNext ? before.trimStart() : before
    const isComment = (match[2] ?? '').startsWith('/*')
    pieces.push({
      text: match[1] ? text.trimEnd() : text,
      ...(!isComment && { action: match[2]?.trim() ?? '' }),
    })
    trimsNext = match[3] !== undefined
    from = match.index + match[0].length
  }
  const rest = template.slice(from)
  return [...pieces, { text: trimsNext ? rest.trimStart() : rest }]
}

const ACTION =
  /\{\{(-(?=\s))?\s*(\/\*[\s\S]*?\*\/|(?:"(?:\\.|[^"\\])*"|`[^`]*`|(?!-?\}\})[\s\S])*?)\s*(-)?\}\}/g
