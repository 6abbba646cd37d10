import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../../lib/markdown/render'
import { listTargets } from '../../../lib/snapshots/targets'

describe('what can have a snapshot', () => {
  test.each([
    ['{% twitter https://twitter.com/ada/status/1?ref_src=twsrc %}', 'tweet', '1'],
    ['{{< x user="ada" id="1" >}}', 'tweet', '1'],
    ['{{< tweet user="ada" id="1" >}}', 'tweet', '1'],
    ['https://x.com/ada/status/1', 'tweet', '1'],
    [
      '<blockquote class="twitter-tweet"><p>Hi</p><a href="https://twitter.com/ada/status/1">May</a></blockquote>',
      'tweet',
      '1',
    ],
    ['{{< youtube abcdefghijk >}}', 'youtube', 'abcdefghijk'],
    ['<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>', 'youtube', 'abcdefghijk'],
    ['{{< gist ada deadbeef >}}', 'gist', 'deadbeef'],
    ['![A boat](https://example.com/boat.png)', 'picture', 'https://example.com/boat.png'],
  ])('%s', async (markdown, provider, id) => {
    const { rendered } = await renderMarkdown(`First.\n\n${markdown}\n`)
    expect(listTargets(rendered)).toEqual([expect.objectContaining({ provider, id, line: 3 })])
  })

  test.each([
    '`{{< youtube abcdefghijk >}}`',
    'A link to [a tweet](https://x.com/ada/status/1) in a line.',
    '![A boat](/boat.png)',
    '<video src="https://example.com/boat.mp4"></video>',
  ])('not %s', async (markdown) => {
    expect(listTargets((await renderMarkdown(markdown)).rendered)).toEqual([])
  })

  test('knows if the author gave the size of a picture', async () => {
    const { rendered } = await renderMarkdown('<img src="https://example.com/a.png" width="2" height="1">')
    expect(listTargets(rendered)).toMatchObject([{ provider: 'picture', sized: true }])
  })
})
