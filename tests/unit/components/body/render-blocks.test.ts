import { fromHtml } from 'hast-util-from-html'
import { Children, isValidElement } from 'react'
import { expect, test } from 'vitest'
import { renderBlocks } from '@/components/body/render-blocks'

test.each(['<figure class="code"><pre><code>a</code></pre></figure>', '<max; i="1">a</max;>'])(
  'what the script of the page adds to a block is no difference to React: %s',
  (html) => {
    const rendered = renderBlocks(fromHtml(html, { fragment: true }), {})
    const blocks = isValidElement<{ children: React.ReactNode }>(rendered)
      ? Children.toArray(rendered.props.children)
      : []
    expect(blocks).toHaveLength(1)
    expect(blocks[0]).toMatchObject({ props: { suppressHydrationWarning: true } })
  },
)
