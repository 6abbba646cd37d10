import type { Literal } from 'mdast'
import type { Processor } from 'unified'
import { attributeLines } from './micromark-attributes'

/** Parser plugin: kramdown's `{: .class}` alone on a line becomes an `attributeLine` node. */
export function remarkAttributeSyntax(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.fromMarkdownExtensions ??= []
  data.micromarkExtensions.push(attributeLines())
  data.fromMarkdownExtensions.push({
    enter: {
      attributeLine(token) {
        this.enter({ type: 'attributeLine', value: this.sliceSerialize(token) }, token)
      },
    },
    exit: {
      attributeLine(token) {
        this.exit(token)
      },
    },
  })
}

/** A line `{: …}`; `value` is its source. */
export interface AttributeLine extends Literal {
  type: 'attributeLine'
}

declare module 'mdast' {
  interface RootContentMap {
    attributeLine: AttributeLine
  }
  interface BlockContentMap {
    attributeLine: AttributeLine
  }
}
