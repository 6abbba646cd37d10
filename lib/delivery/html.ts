import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { SKIP, visit } from 'unist-util-visit'

/** Parses a whole page, keeping the place of every node so that bytes we leave alone stay as they are. */
export function parsePage(html: string): Root {
  return fromHtml(html)
}

/** Every element of a page in order, those inside `<template>` too. */
export function elementsOf(root: Root): Element[] {
  const elements: Element[] = []
  visit(root, 'element', (element) => {
    elements.push(element)
    if (element.content) elements.push(...elementsOf(element.content))
  })
  return elements
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
export function readableText(root: Root): string {
  const texts: string[] = []
  visit(root, (node) => {
    if (node.type === 'element' && (node.tagName === 'script' || node.tagName === 'style')) return SKIP
    if (node.type === 'text') texts.push(node.value)
  })
  return texts.join('')
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
