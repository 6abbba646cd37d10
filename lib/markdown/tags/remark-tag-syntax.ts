import type { Literal } from 'mdast'
import type { Extension } from 'mdast-util-from-markdown'
import type { Processor } from 'unified'
import { type TagSyntaxOptions, tagSyntax } from './micromark-tags'

/** Parser plugin: `{% … %}`, `{{< … >}}` and `{{% … %}}` become `tag` nodes that contain their source. */
export function remarkTagSyntax(this: Processor, options: TagSyntaxOptions): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.fromMarkdownExtensions ??= []
  data.micromarkExtensions.push(tagSyntax(options))
  data.fromMarkdownExtensions.push(tagFromMarkdown)
}

/** A tag as written, not interpreted yet. `value` is its source, including the content of a raw tag. */
export interface TagNode extends Literal {
  type: 'tag'
}

const tagFromMarkdown: Extension = {
  enter: {
    tag(token) {
      this.enter({ type: 'tag', value: '' }, token)
      this.buffer()
    },
    tagData(token) {
      this.config.enter.data?.call(this, token)
    },
  },
  exit: {
    tagData(token) {
      this.config.exit.data?.call(this, token)
    },
    tag(token) {
      const value = this.resume()
      const node = this.stack.at(-1)
      if (node?.type === 'tag') node.value = value
      this.exit(token)
    },
  },
}

declare module 'mdast' {
  interface RootContentMap {
    tag: TagNode
  }
  interface PhrasingContentMap {
    tag: TagNode
  }
  interface BlockContentMap {
    tag: TagNode
  }
}
