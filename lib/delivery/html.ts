import type { Element, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** Parses a whole page and keeps the position of every node, so that everything else stays the same byte for byte. */
export function parsePage(html: string): Root {
  return fromHtml(html)
}

/** Every element of a page in order, including those inside `<template>`. Cached per page, which is never changed. */
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

/** The code of an inline script; undefined for one with `src`. */
export function inlineScript(script: Element): string | undefined {
  return script.properties.src === undefined ? textOf(script) : undefined
}

/** Data to a browser, so it may contain anything. Any other type is assumed to run. */
export const dataTypes: ReadonlySet<string> = new Set(['application/ld+json', 'application/json'])

/** Whether a script is data: `application/ld+json` and the like. */
export function isDataBlock(script: Element): boolean {
  return (
    dataTypes.has(attribute(script, 'type')?.trim().toLowerCase() ?? '') &&
    script.properties.src === undefined
  )
}

/** The readable text of a page: every text that is not code, including the title. */
export function readableText({ children }: Root | Element): string {
  let text = ''
  for (const node of children) {
    if (node.type === 'text') text += node.value
    else if (node.type === 'element' && node.tagName !== 'script' && node.tagName !== 'style')
      text += readableText(node)
  }
  return text
}

/** The text directly in an element, which is the whole content of a `<script>` or `<style>`. */
export function textOf(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}

/** An attribute's value as one string: hast keeps lists (`class`, `rel`) as arrays. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name]
  if (value === undefined || value === null || value === false) return
  return Array.isArray(value) ? value.join(' ') : String(value)
}
