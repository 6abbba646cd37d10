import type { Extension } from 'mdast-util-from-markdown'
import type { Construct, ConstructRecord } from 'micromark-util-types'
import type { Processor } from 'unified'
import { EXIT, visit } from '../../model/visit'

/**
 * Parser plugin, to be used after remark-gfm: leaves out constructs that the text cannot contain. The result is the same, in half the
 * time: without this, the parser looks at each word whether it begins an e-mail address, and at each line whether it begins a table.
 * @param body the text that is parsed
 */
export function remarkOnlyPresent(this: Processor, body: string): void {
  const data = this.data()
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.flat().map(linkOnlyPresent)
  const absent = new Set([...NEEDS].flatMap(([name, needed]) => (needed.test(body) ? [] : [name])))
  if (absent.size === 0) return
  data.micromarkExtensions = data.micromarkExtensions?.map((extension) => ({
    ...extension,
    ...(extension.flow && { flow: leaveOut(absent, extension.flow) }),
    ...(extension.text && { text: leaveOut(absent, extension.text) }),
  }))
}

/** What a text must contain, by the names of constructs. A table has a line of dashes, with a colon or bar beside one. */
const NEEDS = new Map([
  ['emailAutolink', /@/],
  ['protocolAutolink', /https?:\/\//i],
  ['wwwAutolink', /www\./i],
  ['table', /\||:-|-:/],
])

/** Addresses that are only complete in the tree are searched by four expressions in every text, also where there is none. */
function linkOnlyPresent(extension: Extension): Extension {
  if (!extension.enter?.literalAutolink) return extension
  const transforms = extension.transforms?.map((transform): typeof transform => (tree) => {
    let isPresent = false
    visit(tree, 'text', ({ value }) => {
      isPresent = ADDRESS.test(value)
      return isPresent ? EXIT : undefined
    })
    return isPresent ? transform(tree) : undefined
  })
  return { ...extension, transforms }
}

const ADDRESS = /@|:\/\/|www\./i

function leaveOut(names: ReadonlySet<string>, record: ConstructRecord): ConstructRecord {
  const left: ConstructRecord = {}
  for (const [code, constructs] of Object.entries(record)) {
    const list = listOf(constructs).filter(({ name }) => name === undefined || !names.has(name))
    if (list.length > 0) left[code] = list
  }
  return left
}

function listOf(constructs: Construct | Construct[] | undefined): Construct[] {
  return constructs === undefined ? [] : Array.isArray(constructs) ? constructs : [constructs]
}
