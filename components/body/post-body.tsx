import type { Element, Root } from 'hast'
import type { Components } from 'hast-util-to-jsx-runtime'
import { type BodyFacts, readBodyFacts } from '@/lib/blog/body/body-facts'
import { visit } from '@/lib/model/visit'
import { Callout } from './callout'
import { Embed } from './embeds/embed'
import type { EmbedProps } from './embeds/embed-props'
import { Picture } from './picture'
import { needsComponents, renderBlocks, toBodyHtml } from './render-blocks'
import { TaskBox } from './task-box'

/** A text: every element that needs more than its tag has a component in one map; the others are HTML. */
export function PostBody({ body, lang, className }: Props) {
  const facts = readBodyFacts(body)
  visit(body, 'element', (element) => {
    styleNote(element, facts)
    moveAlignment(element)
  })
  const components = elements(facts, lang)
  // In `dev` as blocks, so that a save replaces only what has changed.
  if (process.env.NODE_ENV === 'production' && !needsComponents(body, components))
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the pipeline has taken scripts and handlers out
    return <div className={className} dangerouslySetInnerHTML={{ __html: toBodyHtml(body.children) }} />
  return <div className={className}>{renderBlocks(body, components)}</div>
}

interface Props {
  body: Root
  /** Of the interface within the text, BCP 47. */
  lang: string
  /** Of the box around it. */
  className?: string
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
