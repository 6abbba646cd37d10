import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '@/lib/markdown/render'
import { rewriteMarkup } from '@/lib/staging/markup/rewrite-markup'

const render = async (markdown: string) => (await renderMarkdown(rewriteMarkup(markdown).body)).html.trim()

describe('shortcodes of WordPress in Markdown', () => {
  test.each([
    [
      '[caption id="attachment_1" align="left" width="300"]![x](a.png) The *words*[/caption]',
      'The <em>words</em>',
    ],
    ['\\[caption id="attachment\\_1" width="300"\\]![x](a.png) The words\\[/caption\\]', 'The words'],
    ['[caption width="3" caption="The words"]<img src="a.png" alt="x">[/caption]', 'The words'],
    ['[caption width="3"][![x](a.png)](/b.png)\nThe words[/caption]', 'The words'],
    ['[caption width="3"][![x](a.png)\n](/b.png) The words[/caption]', 'The words'],
  ])('%j is a figure', async (markdown, caption) => {
    const html = await render(`Before\n\n${markdown}\n\nAfter`)
    expect(html).toMatch(
      /<figure>(?:<p>)?(?:<a href="\/b.png">)?<img src="a.png" alt="x">\s*(?:<\/a>)?(?:<\/p>)?<figcaption>/,
    )
    expect(html).toContain(`<figcaption>${caption}</figcaption></figure>`)
    expect(html).not.toMatch(/caption\W*\]/)
  })

  test.each([
    ['[youtube=https://www.youtube.com/watch?v=dQw4w9WgXcQ&w=640&h=385]', 'youtube', 'dQw4w9WgXcQ'],
    ['[youtube id="dQw4w9WgXcQ"]', 'youtube', 'dQw4w9WgXcQ'],
    ['[youtube]dQw4w9WgXcQ[/youtube]', 'youtube', 'dQw4w9WgXcQ'],
    ['[embed width="5"]https://vimeo.com/1234567[/embed]', 'vimeo', '1234567'],
    ['[vimeo 1234567]', 'vimeo', '1234567'],
    ['[video]https://youtu.be/dQw4w9WgXcQ[/video]', 'youtube', 'dQw4w9WgXcQ'],
  ])('%j is an embed', async (markdown, provider, id) => {
    expect(await render(markdown)).toMatch(new RegExp(`^<x-embed provider="${provider}" id="${id}"`))
  })

  test.each([
    ['[video width="6" height="3" mp4="/a.mp4"][/video]', '<video src="/a.mp4"'],
    ['[audio m4a="/a.m4a"][/audio]', '<audio src="/a.m4a"'],
    ['[audio /a.mp3]', '<audio src="/a.mp3"'],
  ])('%j is a player', async (markdown, player) => {
    expect(await render(markdown)).toContain(player)
  })

  test.each([
    ['[code language="js"]\nif (a &lt; 1) {\n\n  [b]\n}\n[/code]', 'js'],
    ['[sourcecode lang="js"]if (a < 1) {\n\n  [b]\n}[/sourcecode]', 'js'],
  ])('%j is a code block', async (markdown, lang) => {
    const html = await render(markdown)
    expect(html).toContain(`data-lang="${lang}"`)
    expect(html.replace(/<[^>]*>/g, '')).toBe('if (a &#x3C; 1) {\n\n  [b]\n}')
  })

  test('code in a sentence is a code span', async () => {
    expect(await render('Run [code]ls `x`[/code] now.')).toBe('<p>Run <code>ls `x`</code> now.</p>')
  })

  test('a gallery of numbers is shown as written and reported at its line, because the pictures are not known', async () => {
    const { html, rendered } = await renderMarkdown(
      rewriteMarkup('One\n\n[gallery link="file" ids="2,1"]').body,
    )
    expect(html).toContain('<code data-unresolved="">[gallery link="file" ids="2,1"]</code>')
    expect(rendered.problems).toMatchObject([{ rule: 'markdown/tag-arguments', line: 3 }])
  })

  test.each([
    '[video](/a.mp4)',
    '[code][1]\n\n[1]: /x',
    '[video]\n\n[video]: /x',
    'An [embed] in words.',
    'There is a [video\nrecording], a [youtube channel] and [audio files].',
    'See [youtube 2024].\n\n[YouTube 2024]: /x',
    '`[caption width="3"]x[/caption]`',
    '```\n[caption width="3"]x[/caption]\n```',
    '![code](a.png)',
    '[code scanning](/x) and [/code]',
    '[my caption="a"]x[/my]',
  ])('does not change %j', (markdown) => {
    expect(rewriteMarkup(markdown).body).toBe(markdown)
  })

  test('keeps the number of lines', () => {
    const written = 'a\n[caption width="3"]![x](a.png)\nThe\nwords[/caption]\nb\n[code]\nx\n\n\n[/code]\nc'
    const lines = rewriteMarkup(written).body.split('\n')
    expect([lines.length, lines.indexOf('b'), lines.indexOf('c')]).toEqual([11, 4, 10])
  })

  test('reads ten thousand unclosed ones quickly', () => {
    const text = '[caption width="3"]'.repeat(10_000)
    expect(rewriteMarkup(text).body.length).toBeGreaterThan(0)
    expect(rewriteMarkup('[code x="'.repeat(10_000)).body.length).toBe(90_000)
    expect(rewriteMarkup(`${'`'.repeat(99_999)}[code x="1"]`).body.length).toBe(100_011)
  })
})

describe('comments of WordPress blocks', () => {
  test('are removed, and the content of a block is shown', async () => {
    const html = await render(
      '<!-- wp:paragraph -->\n<p>One</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading {"level":3} -->\n<h3>Two</h3>\n<!-- /wp:heading -->\n\n<!-- wp:code -->\n<pre class="wp-block-code"><code lang="js">let x</code></pre>\n<!-- /wp:code -->\n\n<!-- wp:embed {"url":"https://youtu.be/dQw4w9WgXcQ","type":"video"} -->\n<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/dQw4w9WgXcQ\n</div><figcaption>Seen</figcaption></figure>\n<!-- /wp:embed -->',
    )
    expect(html).not.toContain('wp:')
    expect(html).toContain('<p>One</p>')
    expect(html).toMatch(/<h3 .*Two<\/h3>/)
    expect(html).toContain('<x-embed provider="youtube" id="dQw4w9WgXcQ"')
    expect(html).toContain('<figcaption>Seen</figcaption>')
  })
})
