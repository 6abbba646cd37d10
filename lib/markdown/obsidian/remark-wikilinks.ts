import type { Literal } from 'mdast'
import type { Processor } from 'unified'
import { wikilinks } from './micromark-wikilinks'

/** Parser plugin: `[[…]]` and `![[…]]` become `wikilink` nodes. */
export function remarkVaultSyntax(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.fromMarkdownExtensions ??= []
  data.micromarkExtensions.push(wikilinks())
  data.fromMarkdownExtensions.push({
    enter: {
      wikilink(token) {
        this.enter({ type: 'wikilink', value: this.sliceSerialize(token) }, token)
      },
    },
    exit: {
      wikilink(token) {
        this.exit(token)
      },
    },
  })
}

/** `value` is the source, brackets and all. */
export interface WikilinkNode extends Literal {
  type: 'wikilink'
}

declare module 'mdast' {
  interface RootContentMap {
    wikilink: WikilinkNode
  }
  interface PhrasingContentMap {
    wikilink: WikilinkNode
  }
}
