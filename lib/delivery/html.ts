import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'

export type Page = DefaultTreeAdapterTypes.Document
export type Element = DefaultTreeAdapterTypes.Element
export type Comment = DefaultTreeAdapterTypes.CommentNode
export type Node = DefaultTreeAdapterTypes.ChildNode
export const { isCommentNode, isElementNode, isTextNode } = defaultTreeAdapter

/**
 * Parses a whole page as a browser without scripts does. The result is parse5's own tree: to convert it to hast takes a
 * third of the time again.
 */
export function parsePage(html: string): Page {
  return parse(html, { scriptingEnabled: false })
}

/** `parsePage`, with the position of every node, which more than doubles the time. */
export function parseWithPositions(html: string): Page {
  return parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false })
}

/** Every element of a page in order, including those inside `<template>`. Cached per page, which is never changed. */
export function elementsOf(page: Page): readonly Element[] {
  const known = elements.get(page)
  if (known) return known
  const found: Element[] = []
  collectElements(page.childNodes, found)
  elements.set(page, found)
  return found
}

const elements = new WeakMap<Page, readonly Element[]>()

function collectElements(nodes: readonly Node[], found: Element[]): void {
  for (const node of nodes) {
    if (!isElementNode(node)) continue
    found.push(node)
    if ('content' in node) collectElements(node.content.childNodes, found)
    collectElements(node.childNodes, found)
  }
}

/** Every `<script>` of a page in order. */
export function scriptsOf(page: Page): Element[] {
  return elementsOf(page).filter(({ tagName }) => tagName === 'script')
}

/** The code of an inline script; undefined for one with `src`. */
export function inlineScript(script: Element): string | undefined {
  return attribute(script, 'src') === undefined ? textOf(script) : undefined
}

/** Data to a browser, so it may contain anything. Any other type is assumed to run. */
export const dataTypes: ReadonlySet<string> = new Set(['application/ld+json', 'application/json'])

/** Whether a script is data: `application/ld+json` and the like. */
export function isDataBlock(script: Element): boolean {
  return (
    dataTypes.has(attribute(script, 'type')?.trim().toLowerCase() ?? '') &&
    attribute(script, 'src') === undefined
  )
}

/** The readable text of a page: every text that is not code, including the title. */
export function readableText({ childNodes }: Page | Element): string {
  let text = ''
  for (const node of childNodes) {
    if (isTextNode(node)) text += node.value
    else if (isElementNode(node) && node.tagName !== 'script' && node.tagName !== 'style')
      text += readableText(node)
  }
  return text
}

/** The text directly in an element, which is the whole content of a `<script>` or `<style>`. */
export function textOf(element: Element): string {
  return element.childNodes.map((child) => (isTextNode(child) ? child.value : '')).join('')
}

/** @param name as in HTML: `class`, `xlink:href` */
export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attr) => (attr.prefix ? `${attr.prefix}:${attr.name}` : attr.name) === name)?.value
}
