import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../../../lib/markdown/render'

const script = '<script>document.title=1+1</script>'

describe('no page contains a script, however often it is parsed', () => {
  test.each([
    script,
    `<form><math><mtext></form><form><mglyph><style></math>${script}`,
    `<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>`,
    `<svg><style><img title="</style>${script}"></svg>`,
    `<svg></p><style><g title="</style>${script}">`,
    `<math><annotation-xml encoding="text/html"><style></math>${script}</style></annotation-xml></math>`,
    `<noscript><p title="</noscript>${script}"></noscript>`,
    `<noembed><p title="</noembed>${script}"></noembed>`,
    `<noframes><p title="</noframes>${script}"></noframes>`,
    `<iframe><p title="</iframe>${script}"></iframe>`,
    `<xmp><p title="</xmp>${script}"></xmp>`,
    `<plaintext>${script}`,
    `<textarea><p title="</textarea>${script}"></textarea>`,
    `<title><p title="</title>${script}"></title>`,
    `<svg><title><p title="</title>${script}"></p></title></svg>`,
    `<template>${script}</template>`,
    `<div><template shadowrootmode="open">${script}</template></div>`,
    `<select><style></select>${script}</style>`,
    `<table><td><svg><desc><td><style></table>${script}`,
    `<!--><script>1</script>-->`,
    `<svg><![CDATA[><image xlink:href="]]>${script}">`,
    `<svg>${script}</svg>`,
    `<math><mi xlink:href="javascript:alert(1)">x</mi></math>`,
    '<svg><animate attributeName=href to=javascript:alert(1) /></svg>',
    '<svg><a><animate attributeName="href" values="/x;javascript:alert(1)"/><text>x</text></a></svg>',
    '<svg><set attributeName="xlink:href" to="java&#10;script:alert(1)"/></svg>',
    '<a href="&#1;java&Tab;script:alert(1)">x</a>',
    '<form action="javascript:alert(1)"><button formaction="JavaScript:alert(1)">x</button></form>',
    '<object data="javascript:alert(1)"></object>',
    '<iframe srcdoc="<script>1</script>"></iframe>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<video poster="javascript:alert(1)"></video>',
    '<img src=x ONERROR=alert(1)>',
    '<svg onload=alert(1)></svg>',
    '<body onload=alert(1)>',
    '<a data-link="javascript:alert(1)">x</a>',
    '<a data-search="/_quire/media/mine.js" href="#">x</a>',
    '<p data-nearest="https://x.example">x</p>',
    '<a data-embed-load="https://x.example" href="#">x</a>',
    '<div data-responses="/x" data-view="/y" data-work="/z">x</div>',
    '<meta http-equiv=refresh content="0;url=javascript:alert(1)"><base href="//evil.example">',
    '[x](javascript:alert(1))',
    '![x](javascript:alert(1))',
    '<javascript:alert(1)>',
  ])('%s', async (markdown) => {
    const { html } = await renderMarkdown(`before\n\n${markdown}\n\nafter`)
    for (const read of readings(html)) expect(whatRuns(read)).toEqual([])
  })

  test.each([
    'text\n{: ONERROR="alert(1)" onClick="x"}',
    '[x](/y){: HREF="javascript:alert(1)"}',
    '![x](/y.png){: onerror=alert(1)}',
    '*x*{: srcdoc="<script>1</script>"}',
  ])('an attribute list: %s', async (markdown) => {
    const source = { file: 'a.md', bodyLine: 1, dialect: 'jekyll' as const, root: '.' }
    const { html } = await renderMarkdown(markdown, { source })
    for (const read of readings(html)) expect(whatRuns(read)).toEqual([])
  })

  test('the text around a script stays, and the script is reported', async () => {
    const { html, rendered } = await renderMarkdown(
      `before\n\n<form><math><mtext></form><form><mglyph><style></math>${script}\n\nafter`,
    )
    expect(html).toContain('before')
    expect(html).toContain('after')
    expect(rendered.problems.map(({ rule }) => rule)).toContain('markdown/script')
  })
})

test('the content of <noscript> is shown to everybody', async () => {
  const { html } = await renderMarkdown('<noscript><img src="/a.png" alt="A"></noscript>')
  expect(html).toContain('<img src="/a.png" alt="A">')
})

test('code from the nineties stays code', async () => {
  const { html } = await renderMarkdown('<xmp>if (a < b) &amp;</xmp>')
  expect(html).toContain('if (a &#x3C; b) &#x26;')
})

test('an inline SVG stays as written, and so does what follows it', async () => {
  const svg =
    '<svg viewBox="0 0 4 4"><title>Tide</title><style>.a{fill:red}</style><path class="a" d="M0 0h4"></path></svg>'
  const { html, rendered } = await renderMarkdown(`${svg}\n\n*after*`)
  expect(html).toContain(svg)
  expect(html).toContain('<p><em>after</em></p>')
  expect(rendered.problems).toEqual([])
})

/** As delivery parses a page, as a component parses a text, and each serialized and parsed again. */
function readings(html: string): Root[] {
  const page = (body: string) => fromHtml(`<!doctype html><body><main><div>${body}</div></main></body>`)
  return [page(html), fromHtml(html, { fragment: true }), page(`<p>${html}`)]
}

function whatRuns(tree: Root): string[] {
  const found: string[] = []
  const look = (element: Element) => {
    if (/^(?:script|base|meta|template|noscript)$/i.test(element.tagName)) found.push(`<${element.tagName}>`)
    for (const [name, value] of Object.entries(element.properties)) {
      if (/^on|^srcdoc$|^data(?:Search|Nearest|EmbedLoad|Responses|View|Work)$/i.test(name)) found.push(name)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what browsers skip in a scheme
      if (/(?:^|;)javascript:/i.test(String(value).replaceAll(/[\u0000-\u0020]/g, '')))
        found.push(`${name}=${value}`)
    }
    if (element.content) visit(element.content, 'element', look)
  }
  visit(tree, 'element', (element) => {
    // Elements that the parser adds to a page, not the author.
    if (element.tagName !== 'html' && element.tagName !== 'head') look(element)
  })
  return found
}
