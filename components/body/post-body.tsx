import type { Element, Root } from 'hast'
import type { Components } from 'hast-util-to-jsx-runtime'
import { type BodyFacts, readBodyFacts } from '@/lib/blog/body/body-facts'
import { visit } from '@/lib/model/visit'
import { Callout } from './callout'
import { Embed } from './embeds/embed'
import type { EmbedProps } from './embeds/embed-props'
import { Picture } from './picture'
import { renderBlocks } from './render-blocks'
import { TaskBox } from './task-box'

/**
 * A text: every element that needs more than its tag has a component in one map; the others are HTML.
 * @param lang of the interface within it, BCP 47
 */
export function PostBody({ body, lang }: { body: Root; lang: string }) {
  const facts = readBodyFacts(body)
  visit(body, 'element', (element) => {
    styleNote(element, facts)
    moveAlignment(element)
  })
  return renderBlocks(body, elements(facts, lang))
}

function elements(facts: BodyFacts, lang: string): Partial<Components> {
  return {
    aside: ({ node: _, ...props }) => <Callout {...props} />,
    img: ({ node, ...props }) => <Picture {...props} lang={lang} facts={node && facts.pictures.get(node)} />,
    input: ({ node: _, ...props }) => <TaskBox {...props} lang={lang} />,
    'x-embed': ({ node, ...props }) => <Embed {...props} {...node?.data?.embed} lang={lang} />,
  }
}

/** Connects a note to its first mention: `app/styles/notes.css` places it in the margin if the browser supports it. */
function styleNote(element: Element, facts: BodyFacts): void {
  const anchors = facts.noteAnchors.get(element)
  if (!anchors) return
  const { own, mention, previous } = anchors
  element.properties.style = [
    `anchor-name:${own}`,
    ...(mention ? [`--mention:${mention}`] : []),
    ...(previous ? [`--previous:${previous}`] : []),
  ].join(';')
}

/** For app/styles/tables.css, which reads `data-align` in the direction of the text. */
function moveAlignment({ tagName, properties }: Element): void {
  if (!/^t[dh]$/.test(tagName) || properties.align === undefined) return
  properties.dataAlign = properties.align
  properties.align = undefined
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** The pipeline's placeholder for content of another site. */
      'x-embed': EmbedProps
    }
  }
}
