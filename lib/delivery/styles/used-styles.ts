import { AtRule, type ChildNode, parse, type Root, type Rule } from 'postcss'
import parseSelector from 'postcss-selector-parser'

/** Parses a style sheet once, for many pages. */
export function readStyleSheet(css: string): StyleSheet {
  const root = parse(css)
  const selectors = new Map<Rule, Selector[]>()
  root.walkRules((rule) => {
    selectors.set(rule, readSelectors(rule))
  })
  return { root, selectors }
}

/**
 * The rules of a style sheet that a page can use: those of which every class, element and `data-` attribute occurs in
 * it. Combinators and states are ignored: it is better to keep a rule too many than one too few. Custom properties
 * and animations that no remaining rule uses are removed as well.
 *
 * @param names every class, element and `data-` attribute of the page, and those that its scripts may add
 * @param markup the page's source, for custom properties that it uses in `style` attributes
 */
export function usedStyles(sheet: StyleSheet, names: ReadonlySet<string>, markup: string): string {
  const inMarkup = variablesIn(markup)
  let css = print(sheet, names, undefined)
  for (;;) {
    const used = new Set([...variablesIn(css), ...inMarkup, ...animationsIn(css)])
    const next = print(sheet, names, used)
    if (next.length === css.length) return next
    css = next
  }
}

/** Every name in the selectors of a style sheet. */
export function namesIn({ selectors }: StyleSheet): string[] {
  const namesOf = ({ names, choices }: Need): string[] => [...names, ...choices.flat().flatMap(namesOf)]
  return [...new Set([...selectors.values()].flat().flatMap(namesOf))].sort()
}

/** @param used names of custom properties and animations that must stay; undefined for all of them */
function print(
  { root, selectors }: StyleSheet,
  names: ReadonlySet<string>,
  used: Set<string> | undefined,
): string {
  const printAll = (nodes: ChildNode[]): string =>
    nodes.map(printNode).filter(Boolean).join(';').replaceAll('};', '}')
  const printNode = (node: ChildNode): string => {
    if (node.type === 'comment') return ''
    if (node.type === 'decl') {
      if (used && node.prop.startsWith('--') && !used.has(node.prop)) return ''
      return `${node.prop}:${node.value}${node.important ? '!important' : ''}`
    }
    if (node.type === 'atrule') return printAtRule(node)
    const kept = selectors.get(node)?.filter((selector) => isMet(selector, names)) ?? []
    const body = kept.length > 0 ? printAll(node.nodes) : ''
    return body && `${kept.map(({ text }) => text).join(',')}{${body}}`
  }
  const printAtRule = (rule: AtRule): string => {
    const head = `@${rule.name}${rule.params && ` ${rule.params}`}`
    if (!rule.nodes) return head
    const isNamed = /^(?:-\w+-)?keyframes$|^property$/.test(rule.name)
    if (isNamed) return used && !used.has(rule.params) ? '' : String(rule)
    const body = printAll(rule.nodes)
    return body && `${head}{${body}}`
  }
  return printAll(root.nodes)
}

/** The steps of an animation (`from`, `50%`) are not selectors, and are removed with their animation. */
function readSelectors(rule: Rule): Selector[] {
  if (rule.parent instanceof AtRule && /keyframes$/.test(rule.parent.name)) return []
  return parseSelector()
    .astSync(rule.selector)
    .nodes.map((selector) => ({ text: String(selector).trim(), ...needOf(selector) }))
}

/** What a page must contain for a selector to match, apart from states and from what scripts may change. */
function needOf(selector: parseSelector.Selector): Need {
  const need: Need = { names: [], choices: [] }
  for (const node of selector.nodes) {
    if (node.type === 'class') need.names.push(node.value)
    if (node.type === 'tag') need.names.push(node.value.toLowerCase())
    if (node.type === 'attribute' && node.attribute.startsWith('data-')) need.names.push(node.attribute)
    if (node.type === 'pseudo' && /^:(?:is|where|has)$/.test(node.value))
      need.choices.push(node.nodes.map(needOf))
  }
  return need
}

function isMet({ names, choices }: Need, present: ReadonlySet<string>): boolean {
  return (
    names.every((name) => present.has(name)) &&
    choices.every((branches) => branches.some((branch) => isMet(branch, present)))
  )
}

/** The custom properties that a text uses. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name ?? '')
}

function animationsIn(css: string): string[] {
  return [...css.matchAll(/animation(?:-name)?:([^;}]*)/g)].flatMap(
    ([, value]) => value?.split(/[\s,]+/) ?? [],
  )
}

export interface StyleSheet {
  root: Root
  selectors: Map<Rule, Selector[]>
}

interface Selector extends Need {
  text: string
}

interface Need {
  /** Classes, elements and `data-` attributes that must all be in the page. */
  names: string[]
  /** Groups of which one branch must match: `:is(a, b)`. */
  choices: Need[][]
}
