import type { Element, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** Parses a whole page, keeping the place of every node so that bytes we leave alone stay as they are. */
export function parsePage(html: string): Root {
  return fromHtml(html)
}

/** Every element of a page in order, those inside `<template>` too. Read once for a page, which nobody changes. */
export function elementsOf(root: Root): readonly Element[] {
  const known = elements.get(root)
  if (known) return known
  const found: Element[] = []
  collectElements(root.children, found)
  elements.set(root, found)
  return found
}

const elements = new WeakMap<Root, readonly Element[]>()

function collectElements(nodes: readonly RootContent[], found: Element[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    found.push(node)
    if (node.content) collectElements(node.content.children, found)
    collectElements(node.children, found)
  }
}

/** Every `<script>` of a page in order. */
export function scriptsOf(root: Root): Element[] {
  return elementsOf(root).filter(({ tagName }) => tagName === 'script')
}

/** The code of an inline script; nothing for one with `src`. */
export function inlineScript(script: Element): string | undefined {
  return script.properties.src === undefined ? textOf(script) : undefined
}

/** Text to a browser, and may quote what it wants. Any other type is taken for one that runs. */
export const dataTypes: ReadonlySet<string> = new Set(['application/ld+json', 'application/json'])

/** Whether a script is data: `application/ld+json` and the like. */
export function isDataBlock(script: Element): boolean {
  return (
    dataTypes.has(attribute(script, 'type')?.trim().toLowerCase() ?? '') &&
    script.properties.src === undefined
  )
}

/** What a reader could read: every text of the page that is not code, title included. */
export function readableText({ children }: Root | Element): string {
  let text = ''
  for (const node of children) {
    if (node.type === 'text') text += node.value
    else if (node.type === 'element' && node.tagName !== 'script' && node.tagName !== 'style')
      text += readableText(node)
  }
  return text
}

/** The texts directly in an element: all there is in a `<script>` or `<style>`. */
export function textOf(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}

/** An attribute's value as one string: hast keeps lists (`class`, `rel`) as arrays. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name]
  if (value === undefined || value === null || value === false) return
  return Array.isArray(value) ? value.join(' ') : String(value)
}
