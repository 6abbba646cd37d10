import type { Element, Root } from 'hast'
import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime'
import type { CSSProperties } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { type BodyFacts, readBodyFacts } from '@/lib/blog/body/body-facts'
import { Callout } from './callout'
import { Embed } from './embeds/embed'
import type { EmbedProps } from './embeds/embed-props'
import { Picture } from './picture'
import { TaskBox } from './task-box'

/** A text as React components: every element that needs more than its tag is named in one map. */
export function PostBody({ body }: { body: Root }) {
  return toJsxRuntime(body, {
    Fragment,
    jsx,
    jsxs,
    passNode: true,
    // `align` would become a style: app/styles/prose.css reads `data-align`, in the direction of the text.
    tableCellAlignToStyle: false,
    components: elements(readBodyFacts(body)),
  })
}

function elements(facts: BodyFacts): Partial<Components> {
  return {
    a: ({ node, ...props }) => <a {...props} style={noteStyle(facts, node)} />,
    aside: ({ node: _, ...props }) => <Callout {...props} />,
    img: ({ node, ...props }) => <Picture {...props} facts={node && facts.pictures.get(node)} />,
    input: ({ node: _, ...props }) => <TaskBox {...props} />,
    td: ({ node: _, align, ...props }) => <td data-align={align} {...props} />,
    th: ({ node: _, align, ...props }) => <th data-align={align} {...props} />,
    li: ({ node, ...props }) => <li {...props} style={noteStyle(facts, node)} />,
    'x-embed': ({ node, ...props }) => <Embed {...props} {...node?.data?.embed} />,
  }
}

/** Ties a note to its first mention: `app/styles/notes.css` places it in the margin where the browser can. */
function noteStyle(facts: BodyFacts, node: Element | undefined): NoteStyle | undefined {
  const anchors = node && facts.noteAnchors.get(node)
  if (!anchors) return undefined
  return { anchorName: anchors.own, '--mention': anchors.mention, '--previous': anchors.previous }
}

type NoteStyle = CSSProperties & { anchorName?: string; '--mention'?: string; '--previous'?: string }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** What the pipeline leaves where the text shows something of another site. */
      'x-embed': EmbedProps
    }
  }
}
