import fc from 'fast-check'
import type { Node, Parent } from 'unist'
import { visit as visitOfLibrary } from 'unist-util-visit'
import { type VisitorResult, visitParents as visitParentsOfLibrary } from 'unist-util-visit-parents'
import { expect, test } from 'vitest'
import { CONTINUE, EXIT, SKIP, visit, visitParents } from '@/lib/model/visit'

test.each<[string, Visit, Visit]>([
  [
    'with its parent',
    (tree, types, visitor) => visit(tree, types, visitor),
    (tree, types, visitor) => visitOfLibrary(tree, types, visitor),
  ],
  [
    'with its ancestors',
    (tree, types, visitor) => visitParents(tree, types, visitor),
    (tree, types, visitor) => visitParentsOfLibrary(tree, types, visitor),
  ],
])(
  'each node is visited %s in the order of unist-util-visit, whatever the visitor returns',
  (_, ours, theirs) => {
    fc.assert(
      fc.property(trees, fc.array(results, { maxLength: 12 }), types, (tree, returned, test) => {
        expect(record(ours, tree, returned, test)).toEqual(record(theirs, tree, returned, test))
      }),
      { seed: 15, numRuns: 300 },
    )
  },
)

test('what a visitor removes and inserts is taken into account', () => {
  const tree = { type: 'root', children: [{ type: 'a' }, { type: 'b' }, { type: 'c' }] }
  const seen: string[] = []
  visit(tree, (node, index, parent: Parent | undefined) => {
    seen.push(node.type)
    if (node.type !== 'b' || index === undefined) return undefined
    parent?.children.splice(index, 1, { type: 'd' }, { type: 'e' })
    return [SKIP, index + 1]
  })
  expect(seen).toEqual(['root', 'a', 'b', 'e', 'c'])
})

test('a test that is no name of a type is refused', () => {
  expect(() => visit({ type: 'root' }, { type: 'a' }, () => {})).toThrow('names of types')
})

const types = fc.constantFrom(undefined, 'a', ['a', 'root'])

const results = fc.constantFrom<VisitorResult>(undefined, CONTINUE, SKIP, EXIT, [CONTINUE, 2], [SKIP, 3], 4)

const { trees } = fc.letrec<{ trees: Node }>((tie) => ({
  trees: fc.oneof(
    { maxDepth: 4 },
    fc.record({ type: fc.constantFrom('a', 'b') }),
    fc.record({ type: fc.constantFrom('a', 'root'), children: fc.array(tie('trees'), { maxLength: 5 }) }),
  ),
}))

/** What a visitor was called with. It returns nothing once the list is used up, so that each visit ends. */
function record(visitNodes: Visit, tree: Node, returned: readonly VisitorResult[], test: Test): unknown[] {
  const calls: unknown[] = []
  visitNodes(tree, test, (...args) => {
    // The library calls the visitor of ancestors with the index too, which nothing of ours reads.
    calls.push(Array.isArray(args[1]) ? args.slice(0, 2) : args)
    return returned[calls.length - 1]
  })
  return calls
}

type Test = string | string[] | undefined
type Visit = (tree: Node, test: Test, visitor: (...args: unknown[]) => VisitorResult) => undefined
