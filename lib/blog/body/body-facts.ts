import type { Element, ElementContent, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'

/** Facts about a whole text that a page needs before it renders the parts. */
export interface BodyFacts {
  pictures: Map<Element, PictureFacts>
  /** CSS anchor names that connect each note to the place that mentions it, by element. */
  noteAnchors: Map<Element, NoteAnchors>
}

export interface PictureFacts {
  /** Counted from 1. */
  number: number
  /** Inside a link, where a click follows the link. */
  isLinked: boolean
}

/** Dashed identifiers for `style`: custom properties that the style sheet reads. */
export interface NoteAnchors {
  /** The name of this element. */
  own: string
  /** Only for notes: the first mention of the note. */
  mention?: string
  /** Only for notes, from the second on: the note before it, which it must not cover. */
  previous?: string
}

/**
 * Reads the facts in one walk.
 * @param body The text as hast, footnotes in the shape `remark-rehype` gives them.
 */
export function readBodyFacts(body: Root): BodyFacts {
  const facts: BodyFacts = { pictures: new Map(), noteAnchors: new Map() }
  const mentioned = new Set<string>()
  walk(body.children, { inLink: false, inNotes: false })
  return facts

  function walk(nodes: readonly (ElementContent | Root['children'][number])[], place: Place): void {
    let note = 0
    for (const node of nodes) {
      if (node.type !== 'element') continue
      if (node.tagName === 'img')
        facts.pictures.set(node, { number: facts.pictures.size + 1, isLinked: place.inLink })
      if (node.properties.dataFootnoteRef !== undefined) nameMention(node)
      if (node.tagName === 'li' && place.inNotes) nameNote(node, ++note)
      walk(node.children, {
        inLink: place.inLink || node.tagName === 'a',
        // Lists inside a note are not notes: only the list directly below the section counts.
        inNotes: node.properties.dataFootnotes !== undefined || (place.inNotes && node.tagName === 'ol'),
      })
    }
  }

  /** A note may be mentioned several times: it is shown beside the first mention. */
  function nameMention(node: Element): void {
    const number = textOf(node).replace(/\D/g, '')
    if (number === '' || mentioned.has(number)) return
    mentioned.add(number)
    facts.noteAnchors.set(node, { own: `--mention-${number}` })
  }

  function nameNote(node: Element, number: number): void {
    facts.noteAnchors.set(node, {
      own: `--note-${number}`,
      mention: `--mention-${number}`,
      ...(number > 1 && { previous: `--note-${number - 1}` }),
    })
  }
}

interface Place {
  inLink: boolean
  inNotes: boolean
}
