import type { Element, Parents, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { cloneElement, createElement, Fragment, isValidElement, type ReactNode } from 'react'
import { jsx, jsxs } from 'react/jsx-runtime'
import { visit } from '@/lib/model/visit'

/**
 * Renders a text so that only elements with a component, and the elements around them, become React elements. Every
 * other block is one element with its content as HTML. A page of code or formulas has thousands of elements, for which
 * React would take a third of the rendering time. React also never sees HTML that it rejects: an attribute `ref`, an
 * element named `max;`, a handler as a string.
 *
 * @param components by element name; a component gets the element as `node`
 */
export function renderBlocks(body: Root, components: Partial<Components>): ReactNode {
  const needed = findNeeded(body, new Set(Object.keys(components)))
  return createElement(Fragment, null, ...renderChildren(body))

  function renderChildren({ children }: Parents): ReactNode[] {
    return children.flatMap((child) => {
      if (child.type === 'text') return [child.value]
      return child.type === 'element' ? [renderElement(child)] : []
    })
  }

  function renderElement(element: Element): ReactNode {
    const isComponent = Object.hasOwn(components, element.tagName)
    if (!isComponent && !isSafe(element)) return asHtml(element)
    const shell = toJsxRuntime({ ...element, children: [] }, { ...options, components })
    if (!isValidElement<ShellProps>(shell)) return shell
    // A component gets the element itself and its children as nodes.
    if (isComponent) return cloneElement(shell, { node: element }, ...renderChildren(element))
    if (element.children.length === 0) return shell
    if (needed.has(element)) return cloneElement(shell, undefined, ...renderChildren(element))
    return cloneElement(shell, {
      dangerouslySetInnerHTML: { __html: toBodyHtml(element.children) },
      ...CHANGED_BY_ENHANCEMENT,
    })
  }
}

/** Wraps HTML that React rejects, in a box without effect on the layout. */
function asHtml(element: Element): ReactNode {
  return createElement('div', {
    style: { display: 'contents' },
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the pipeline has taken scripts and handlers out
    dangerouslySetInnerHTML: { __html: toBodyHtml([element]) },
    ...CHANGED_BY_ENHANCEMENT,
  })
}

/** In `dev` the script of the page may add its buttons before React compares: no mistake of the author's. */
const CHANGED_BY_ENHANCEMENT = { suppressHydrationWarning: true }

/** The content of a text, or of a part, as HTML. */
export function toBodyHtml(children: Root['children']): string {
  return toHtml({ type: 'root', children })
}

/** Whether a text contains an element that has a component. If not, all of it may be written as HTML. */
export function needsComponents(body: Root, components: Partial<Components>): boolean {
  let needed = false
  visit(body, 'element', ({ tagName }) => {
    needed ||= Object.hasOwn(components, tagName)
  })
  return needed
}

const options = {
  Fragment,
  jsx,
  jsxs,
  passNode: true,
  // An invalid style must not break a page: such an element is written as HTML (`isSafe`).
  ignoreInvalidStyle: true,
  // `align` would become a style: app/styles/prose.css reads `data-align`, in the direction of the text.
  tableCellAlignToStyle: false,
}

/** Every element that contains a component. */
function findNeeded(body: Root, names: ReadonlySet<string>): Set<Element> {
  const needed = new Set<Element>()
  const visit = (parent: Parents): boolean => {
    let found = false
    for (const child of parent.children) {
      if (child.type !== 'element') continue
      const inside = visit(child)
      if (inside) needed.add(child)
      found ||= inside || names.has(child.tagName)
    }
    return found
  }
  visit(body)
  return needed
}

/**
 * Whether React writes an element as the author did: it has an HTML name, no attribute with a special meaning in React,
 * and is not an element whose content React manages.
 */
function isSafe({ tagName, properties }: Element): boolean {
  return (
    /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(tagName) &&
    !MANAGED.has(tagName) &&
    Object.entries(properties).every(([name, value]) => isSafeProperty(name, value))
  )
}

function isSafeProperty(name: string, value: unknown): boolean {
  if (REACTS_OWN.has(name) || /^on/i.test(name) || !/^[a-z][\w.-]*$/i.test(name)) return false
  return name !== 'style' || /^(?:\s*-{0,2}[a-z][\w-]*\s*:[^;{}"]+;?)*\s*$/i.test(String(value))
}

const MANAGED = new Set([
  'textarea',
  'select',
  'option',
  'template',
  'script',
  'style',
  'title',
  'html',
  'head',
  'body',
])
const REACTS_OWN = new Set(['ref', 'key', 'is', 'children', 'innerHTML', 'value', 'defaultValue', 'checked'])

interface ShellProps {
  node?: Element
  dangerouslySetInnerHTML?: { __html: string }
  suppressHydrationWarning?: boolean
}
