import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Embed } from '../../../../components/embeds/embed'

describe('an embed without a snapshot', () => {
  const tweet = {
    provider: 'tweet',
    id: '1234',
    url: 'https://twitter.com/ada/status/1234',
    author: 'ada',
  }

  it('names its provider and id, and can be linked', () => {
    const html = renderToStaticMarkup(<Embed {...tweet} />)
    expect(html).toContain('data-embed="tweet" data-embed-id="1234" id="tweet-1234"')
  })

  it('is a link to the original that names the author', () => {
    const html = renderToStaticMarkup(<Embed {...tweet} />)
    expect(html).toContain('href="https://twitter.com/ada/status/1234"')
    expect(html).toContain('@ada')
  })

  it('loads nothing from anybody', () => {
    const html = renderToStaticMarkup(<Embed {...tweet} />)
    expect(html).not.toMatch(/<(img|iframe|script|video|link)\b|\bsrc=/)
  })

  it('is a link card for a provider nobody has written a view for', () => {
    const html = renderToStaticMarkup(<Embed provider="nobody" id="x" url="https://www.example.com/x/" />)
    expect(html).toContain('data-embed="nobody"')
    expect(html).toContain('>example.com/x<')
  })
})
