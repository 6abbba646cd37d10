import { describe, expect, test } from 'vitest'
import { type ConvertOptions, htmlToMarkdown } from '../../../lib/import/html/html-to-markdown'
import { renderMarkdown } from '../../../lib/markdown/render'

function convert(html: string, options: ConvertOptions = {}): string {
  return htmlToMarkdown(html, options).markdown
}

describe('HTML of editors', () => {
  test.each([
    ['<h2>A</h2><p>b <strong>c</strong> <em>d</em></p>', '## A\n\nb **c** _d_'],
    ['<pre><code class="language-js">let a\n</code></pre>', '```js\nlet a\n```'],
    ['<p>H<sub>2</sub>O, <kbd>Esc</kbd></p>', 'H<sub>2</sub>O, <kbd>Esc</kbd>'],
    ['<figure><img src="a.png" alt="b"><figcaption>The c</figcaption></figure>', '![b](a.png "The c")'],
    [
      '<figure><img src="a.png"><figcaption>The <a href="/x">c</a></figcaption></figure>',
      '<figure><img src="a.png"><figcaption>The <a href="/x">c</a></figcaption></figure>',
    ],
    [
      '<table><tr><td colspan="2">a</td></tr></table>',
      '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
    ],
    ['<table><tr><th>a</th></tr><tr><td>b</td></tr></table>', '| a |\n| - |\n| b |'],
    ['<p>{{ a }} and {% b %}</p>', '\\{{ a }} and \\{% b %}'],
    ['<!--kg-card-begin: html--><div class="x"><p>a</p></div><!--kg-card-end: html-->', 'a'],
    ['<p>a</p><!--more--><p>b</p>', 'a\n\n<!--more-->\n\nb'],
    [
      '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
      '{{< embed "https://www.youtube.com/watch?v=dQw4w9WgXcQ" >}}',
    ],
    [
      '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://a.example/b"><div>T</div></a></figure>',
      '{{< linkcard "https://a.example/b" >}}',
    ],
    [
      '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">x</div><div class="kg-callout-text">Mind it</div></div>',
      '> [!NOTE]\n>\n> Mind it',
    ],
    [
      '<figure class="kg-gallery-card"><img src="a.png" alt="a"><img src="b.png" alt="b"></figure>',
      '![a](a.png)\n\n![b](b.png)',
    ],
  ])('%s', (html, markdown) => {
    expect(convert(html)).toBe(markdown)
  })

  test('makes links to the old blog root-relative', () => {
    expect(convert('<a href="http://a.example/2014/b/?c#d">x</a>', { origin: 'https://a.example' })).toBe(
      '[x](/2014/b/?c#d)',
    )
  })
})

describe('a WordPress post', () => {
  const wordpress = (html: string, more: ConvertOptions = {}) =>
    htmlToMarkdown(html, { flavor: 'wordpress', ...more })

  test.each([
    ['One\ntwo\n\nThree', 'One\\\ntwo\n\nThree'],
    ['Before <b>bold</b>\n\n<ul>\n<li>a</li>\n</ul>\nAfter', 'Before **bold**\n\n- a\n\nAfter'],
    [
      '[caption id="attachment_1" align="left" width="300"]<a href="/b.png"><img src="a.png" alt="x" /></a> The words[/caption]',
      '<figure><a href="/b.png"><img src="a.png" alt="x"></a><figcaption>The words</figcaption></figure>',
    ],
    ['[caption width="3" caption="Words"]<img src="a.png" alt="x">[/caption]', '![x](a.png "Words")'],
    ['[embed]https://vimeo.com/123[/embed]', '{{< embed "https://vimeo.com/123" >}}'],
    [
      '[youtube https://www.youtube.com/watch?v=dQw4w9WgXcQ]',
      '{{< embed "https://www.youtube.com/watch?v=dQw4w9WgXcQ" >}}',
    ],
    ['[gist 1234567890abcdef]', '{{< gist 1234567890abcdef >}}'],
    [
      '[code language="php"]\nif ($a &lt; 1) { // &quot;x&quot;\n\n  [b]\n}\n[/code]',
      '```php\nif ($a < 1) { // "x"\n\n  [b]\n}\n```',
    ],
    ['Write [[gallery]] to show it.', 'Write \\[gallery] to show it.'],
    ['See [1] and [citation needed].', 'See \\[1] and \\[citation needed].'],
    [
      '<!-- wp:paragraph -->\n<p>a<br>b</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:embed {"url":"https://vimeo.com/1"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://vimeo.com/1\n</div></figure>\n<!-- /wp:embed -->',
      'a\\\nb\n\n{{< embed "https://vimeo.com/1" >}}',
    ],
    [
      '<!-- wp:gallery --><figure class="wp-block-gallery"><figure class="wp-block-image"><img src="a.png" alt="a"></figure></figure><!-- /wp:gallery -->',
      '![a](a.png)',
    ],
    [
      '<!-- wp:more --><!--more--><!-- /wp:more --><!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->',
      '<!--more-->\n\nx',
    ],
  ])('%j', (html, markdown) => {
    expect(wordpress(html).markdown).toBe(markdown)
  })

  test('finds the pictures of galleries by attachment number', () => {
    const attachments = new Map([
      ['1', 'https://a.example/1.png'],
      ['2', 'https://a.example/2.png'],
    ])
    expect(wordpress('[gallery ids="2,1"]', { attachments }).markdown).toBe(
      '![](https://a.example/2.png)\n\n![](https://a.example/1.png)',
    )
    expect(wordpress('[gallery]', { own: ['https://a.example/3.png'] }).markdown).toBe(
      '![](https://a.example/3.png)',
    )
    expect(wordpress('[gallery ids="9"]', { attachments }).unknown).toEqual(['[gallery ids="9"]'])
  })

  test('leaves an unknown shortcode in the text and reports it', () => {
    const { markdown, unknown } = wordpress('a [contact-form-7 id="12"] b')
    expect(markdown).toBe('a \\[contact-form-7 id="12"] b')
    expect(unknown).toEqual(['[contact-form-7 id="12"]'])
  })

  test('means the same to the pipeline', async () => {
    const { markdown } = wordpress(
      'A {% raw %} in words\n\n[code lang="js"]a[/code]\n\n[youtube dQw4w9WgXcQ]',
    )
    const { html, rendered } = await renderMarkdown(markdown)
    expect(rendered.problems).toEqual([])
    expect(rendered.embeds).toMatchObject([{ provider: 'youtube', id: 'dQw4w9WgXcQ' }])
    expect(html).toContain('A {% raw %} in words')
  })
})
