import { fuzzTexts } from '../torture/fuzz-texts'

/**
 * The content of the site "hostile": texts that try to run a script, names that no file or route can have, and what must
 * not be published. Each script sets `window.ran`, or asks for a path below `/ran`.
 */
export function hostileContent(): Record<string, string | Uint8Array> {
  return {
    'site.yaml': SITE,
    ...posts('script', SCRIPTS),
    ...posts('fuzzed', fuzzTexts({ seed: 20261121, count: 40 })),
    'posts/front-matter.md': `---\n${FRONT_MATTER}---\n\nText.\n`,
    ...ODD_NAMES,
    ...UNPUBLISHED,
  }
}

const RUN = 'window.ran=1'
const IMG = `<img src=/ran/x onerror=${RUN}>`

const SITE = `title: 'Hostile </title><script>${RUN}</script>'
description: '"><script>${RUN}</script> <!-- ]]>'
url: https://hostile.example
author:
  name: '</script>${IMG}'
  url: 'javascript:${RUN}'
`

/** Payloads that passed our filter or those of others, and variants that Markdown allows. */
export const SCRIPTS: readonly string[] = [
  // This one passed our filter: it has no script in the first parse, but one in the second.
  `<form><math><mtext></form><form><mglyph><style></math><script>${RUN}</script>`,
  `<form><math><mtext></form><form><mglyph><style></math>${IMG}`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=/ran/x onerror=${RUN}&gt;">`,
  `<svg></p><style><a id="</style>${IMG}">`,
  `<svg><p><style><a title="</style>${IMG}"></style></p></svg>`,
  `<math><annotation-xml encoding="text/html"><style>${IMG}</style></annotation-xml></math>`,
  `<math><annotation-xml encoding="application/xhtml+xml"><style><img title="</style>${IMG}"></style>`,
  `<math><mi><mglyph><svg><mtext><textarea><path id="</textarea>${IMG}">`,
  `<svg><title><style><img title="</style>${IMG}"></style></title></svg>`,
  `<svg><desc><noscript><p title="</noscript>${IMG}"></desc></svg>`,
  `<svg><foreignObject><math><mtext><option><FAKEFAKE><option></option><mglyph><svg><mtext><style><a title="</style>${IMG}">`,
  `<noscript><p title="</noscript>${IMG}"></noscript>`,
  `<textarea><img title="</textarea>${IMG}"></textarea>`,
  `<title><img title="</title>${IMG}"></title>`,
  `<xmp><p title="</xmp>${IMG}"></xmp><noembed></noembed>${IMG}<noframes><p title="</noframes>${IMG}">`,
  `<select><template><style><!--</style><a rel="--></style></template></select>${IMG}">`,
  `<template><script>${RUN}</script></template><template shadowrootmode=open>${IMG}</template>`,
  `<table><caption><svg><title><table><caption></caption></table></title><style><a id="</style>${IMG}"></a></style></svg></caption></table>`,
  `${'<div>'.repeat(510)}<table><caption>${'<svg><title>'.repeat(3)}<style><a id="</style>${IMG}"></style>`,
  `${'<b>'.repeat(200)}<form id="outer"><div></form><form id="inner"><math><style></form>${IMG}`,
  `<!--><script>${RUN}</script>--> <!-- --!><script>${RUN}</script> <![CDATA[<script>${RUN}</script>]]>`,
  `<svg><![CDATA[</svg><script>${RUN}</script>]]></svg> <?php <script>${RUN}</script> ?>`,
  `<script>${RUN}</script><script src=/ran/x.js></script><svg><script href=/ran/x.js></script><script>${RUN}</script></svg>`,
  `<svg onload=${RUN}><a><animate attributeName=href to=javascript:${RUN} /><set attributeName=href to=javascript:${RUN} /><text y=20>x</text></a></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y="20">x</text></a><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='/ran/x' onerror='${RUN}'/></svg>#x"/></svg>`,
  `<math href="javascript:${RUN}">x<mi xlink:href="javascript:${RUN}">y</mi><maction actiontype="statusline#javascript:${RUN}">z</maction></math>`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe><iframe src="javascript:parent.ran=1"></iframe>`,
  `<object data="data:text/html,<script>parent.ran=1</script>"></object><embed src="javascript:${RUN}"><object data="javascript:${RUN}"></object>`,
  `<details open ontoggle=${RUN}><summary>x</summary></details><input autofocus onfocus=${RUN}><video><source onerror=${RUN}></video><audio src=/ran/x onerror=${RUN}></audio>`,
  `<body onload=${RUN}><html onclick=${RUN}><marquee onstart=${RUN}>x</marquee><isindex action=javascript:${RUN}>`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}"><base href="javascript:/${RUN}/"><link rel=stylesheet href="javascript:${RUN}">`,
  `<form action="javascript:${RUN}"><button formaction="javascript:${RUN}">x</button><input type=image formaction="javascript:${RUN}" src=/icon.svg alt=x></form>`,
  `[a](javascript:${RUN}) [b](java&#10;script:${RUN}) [c](&#x6A;avascript&colon;${RUN}) [d][e] <javascript:${RUN}> ![f](javascript:${RUN})\n\n[e]: <  javascript:${RUN}>`,
  `<a href=" &#1; java\tscript:${RUN}">x</a> <a href="data:text/html,<script>${RUN}</script>">y</a> <a href="vbscript:${RUN}">z</a> <area href="javascript:${RUN}"><a ping="javascript:${RUN}" href="/">w</a>`,
  `<div data-embed="youtube" data-embed-load="javascript:${RUN}"><button data-embed-load="javascript:${RUN}">x</button></div><a data-link="javascript:${RUN}" href="#">y</a><div data-search="javascript:${RUN}">z</div>`,
  `<video poster="javascript:${RUN}" controls></video><table background="javascript:${RUN}"><tr><td>x</table><blockquote cite="javascript:${RUN}">y</blockquote>`,
  `$\\href{javascript:${RUN}}{x}$ $\\url{javascript:${RUN}}$ $\\htmlData{x=" onclick=${RUN} "}{y}$ $\\includegraphics{javascript:${RUN}}$ $\\text{<script>${RUN}</script>}$`,
  `\`\`\`mermaid\nflowchart LR\n  a["<img src=/ran/x onerror=${RUN}>"] --> b["</text><script>${RUN}</script>"]\n  click a "javascript:${RUN}"\n\`\`\``,
  `\`\`\`js title="<script>${RUN}</script>" onclick=${RUN}\n</code></pre><script>${RUN}</script>\n\`\`\``,
  `\`\`\`"><script>${RUN}</script>\nx\n\`\`\`\n\n~~~ {.js onclick="${RUN}"}\nx\n~~~`,
  `# <script>${RUN}</script> title {#x" onclick="${RUN}}\n\n## a" onmouseover=${RUN} x="\n\n[^"><script>${RUN}</script>]: note`,
  `![a" onerror=${RUN} x="](/ran/x "t" onerror=${RUN}) ![x](/ran/"onerror=${RUN}//x.png) [x](/"onclick=${RUN}// 'a"b')`,
  `> [!NOTE] <script>${RUN}</script>\n> ${IMG}\n\n<aside class="callout" onclick=${RUN}>x</aside>`,
  `{{< figure src="javascript:${RUN}" title="<script>${RUN}</script>" link="javascript:${RUN}" >}}\n\n{% youtube "><script>${RUN}</script> %}\n\n{{< youtube "\\"><script>${RUN}</script>" >}}`,
  `<style>@import "javascript:${RUN}"; x{background:url(javascript:${RUN})}</style><p style="background:url(javascript:${RUN});behavior:url(/ran/x)">x</p>`,
  `<form><input name=attributes><input name=parentNode><input id=createElement></form><a id=ran href=/x>x</a><img name=body src=/icon.svg><form id=documentElement></form>`,
]

/** With a kramdown attribute list, which only imported blogs support. */
const KRAMDOWN = `paragraph
{: ONERROR="${RUN}" onclick="${RUN}" style="x" }

![x](/ran/x){: onerror="${RUN}"} [y](/z){: href="javascript:${RUN}" data-link="javascript:${RUN}"}

* item
{: OnMouseOver="${RUN}"}

{::options parse_block_html="true" /}
<div onclick="${RUN}">*x*</div>
`

/** In every field that is shown in a `<head>`, a feed or JSON-LD. */
const FRONT_MATTER = `title: '</title></script>${IMG}<!-- ]]>'
date: 2020-01-02
summary: '"><script>${RUN}</script>'
tags: ['<script>${RUN}</script>', '"onclick=${RUN}//']
series: '</script>${IMG}'
authors: [{name: '</script>${IMG}', url: 'javascript:${RUN}', image: 'javascript:${RUN}'}]
image: 'javascript:${RUN}'
canonical: 'javascript:${RUN}'
lang: 'en"><script>${RUN}</script>'
redirect_from: ['/x"><script>${RUN}</script>', 'javascript:${RUN}']
`

/** Old URLs that are patterns in Next's routes, in redirects or in file names. */
export const ODD_ALIASES: readonly string[] = [
  ...['/star/*', '/a/[b]/c', '/(group)/y', '/[...z]', '/[[...z]]', '/@slot/a', '/a:b', '/a/:path*', '/(.)x'],
  ...['/%ff', '/100%', '/con/x', '/.env', '/x/route', '/a/page', '/CasE', '/été', '/a b', '/"q"', '/<x>'],
  ...['/a;b', '/a+b', '/🎉', '/x/$1/y', '/_layout', '/index/x', `/${'l'.repeat(240)}`],
]

const ODD_NAMES: Record<string, string> = {
  'posts/long.md': post('Long', `slug: ${'long-'.repeat(60)}`),
  'posts/long-chinese.md': post('长', `slug: ${'潮'.repeat(60)}`),
  'posts/longer-chinese.md': post('更长', `slug: ${'潮汐'.repeat(60)}`),
  'posts/percent.md': post('Percent', 'slug: "%ff"'),
  'posts/con.md': post('Con'),
  'posts/404.md': post('404'),
  'posts/_not-found.md': post('Not found'),
  'posts/party.md': post(
    '🎉',
    `tags: ["🎉", "%ff", con, "..", "\\uD800", "${'t'.repeat(300)}", "#", "_"]\nseries: "🎈"\ncategories: ["💥"]\nauthors: ["🦀"]`,
  ),
  'posts/aliases.md': post('Aliases', `aliases: ${JSON.stringify(ODD_ALIASES)}`),
  'posts/surrogate.md': post('half \\uD800 pair', `tags: ["a\\uD800b"]\nsummary: "\\uDC00 \\u202E x"`),
  ...Object.fromEntries(
    [
      '_not-found',
      '404',
      '500',
      'index',
      'con',
      'api',
      'posts',
      '_error',
      'favicon.ico',
      'robots.txt',
      '🎉',
    ].map((name) => [`pages/${name}.md`, post(`Page ${name}`)]),
  ),
  'posts/old/_config.yml': 'title: Old\n',
  'posts/old/_posts/2020-01-01-kramdown.md': post('Kramdown', '', KRAMDOWN),
}

/** A word of each unpublished text. */
export const SECRET = 'unpublishedword'

const UNPUBLISHED: Record<string, string | Uint8Array> = {
  'posts/wide.md': Buffer.from(post('Wide', 'draft: true', SECRET), 'utf16le'),
  'posts/wide-big-endian.md': Buffer.from(post('Wide', 'draft: true', SECRET), 'utf16le').swap16(),
  'posts/scheduled.md': post(
    'Scheduled',
    'date: 2999-01-01\naliases: [/secret-alias]',
    `${SECRET} ![x](secret.svg) [x](secret.txt)`,
  ),
  'posts/draft/index.md': post(
    'Draft',
    'draft: true\naliases: [/secret-draft]',
    `${SECRET} ![x](secret.svg)`,
  ),
  'pages/secret.md': post('Secret', 'draft: true', `${SECRET} ![x](../posts/draft/secret.svg)`),
  'posts/draft/secret.svg': `<svg xmlns="http://www.w3.org/2000/svg"><desc>${SECRET}</desc></svg>`,
  'posts/secret.svg': `<svg xmlns="http://www.w3.org/2000/svg"><desc>${SECRET}</desc></svg>`,
  'posts/secret.txt': SECRET,
  'posts/redirect.md': post('Redirect', 'redirect_to: /posts/draft', 'shown itself'),
  'posts/links.md': post(
    'Links',
    '',
    '[a](draft/index.md) [b](/secret-alias) [c](/posts/scheduled) ![d](wide.md) ![e](.env)',
  ),
  'posts/.env': SECRET,
}

function posts(name: string, texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text, index) => [`posts/${name}-${index + 1}.md`, post(`${name} ${index + 1}`, '', text)]),
  )
}

function post(title: string, frontMatter = '', body = 'Text.'): string {
  return `---\ntitle: "${title}"\n${frontMatter.includes('date:') ? '' : 'date: 2020-01-01\n'}${frontMatter}\n---\n\n${body}\n`
}
