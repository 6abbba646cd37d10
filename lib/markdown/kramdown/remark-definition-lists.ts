import { defListFromMarkdown } from 'mdast-util-definition-list'
import { defList } from 'micromark-extension-definition-list'
import type { Processor } from 'unified'

/** Parser plugin: a term, and `: ` before its definition, as in kramdown and Goldmark. */
export function remarkDefinitionLists(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.fromMarkdownExtensions ??= []
  data.micromarkExtensions.push(defList)
  data.fromMarkdownExtensions.push(defListFromMarkdown)
}
