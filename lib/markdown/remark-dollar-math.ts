import { mathFromMarkdown } from 'mdast-util-math'
import type { Processor } from 'unified'
import { dollarMath } from './micromark-dollar-math'

/** Parser plugin: remark-math with Pandoc's rule for dollars. The nodes are remark-math's own. */
export function remarkDollarMath(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.fromMarkdownExtensions ??= []
  data.micromarkExtensions.push(dollarMath())
  data.fromMarkdownExtensions.push(mathFromMarkdown())
}
