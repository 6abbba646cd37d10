/**
 * The rules that GFM adds to CommonMark, one example each in our own words, after the extension sections of its
 * specification (examples 198 to 205, 279, 280, 491 to 493, 621 to 631 and 652): name, Markdown, HTML.
 * @see https://github.github.com/gfm/
 */
export const gfmExamples: [name: string, markdown: string, html: string][] = [
  [
    'a table has a head and a body',
    '| port | depth |\n| --- | --- |\n| east | 4 m |',
    table(['port', 'depth'], [['east', '4 m']]),
  ],
  [
    'outer pipes may be left out, and colons align',
    '| port | depth |\n:-: | -----------:\neast | 4 m',
    '<table><thead><tr><th align="center">port</th><th align="right">depth</th></tr></thead><tbody><tr><td align="center">east</td><td align="right">4 m</td></tr></tbody></table>',
  ],
  [
    'an escaped pipe is text, in code too',
    '| p\\|q |\n| --- |\n| a `\\|` b |\n| a **\\|** b |',
    table(['p|q'], [['a <code>|</code> b'], ['a <strong>|</strong> b']]),
  ],
  [
    'another block ends a table',
    '| port | depth |\n| --- | --- |\n| east | 4 m |\n> quoted',
    `${table(['port', 'depth'], [['east', '4 m']])}<blockquote><p>quoted</p></blockquote>`,
  ],
  [
    'a line without pipes is a row, a blank line ends the table',
    '| port | depth |\n| --- | --- |\n| east | 4 m |\nwest\n\nafter',
    `${table(
      ['port', 'depth'],
      [
        ['east', '4 m'],
        ['west', ''],
      ],
    )}<p>after</p>`,
  ],
  [
    'head and delimiter row must have as many cells',
    '| port | depth |\n| --- |\n| east |',
    '<p>| port | depth |\n| --- |\n| east |</p>',
  ],
  [
    'missing cells are empty, excess ones are left out',
    '| port | depth |\n| --- | --- |\n| east |\n| west | 4 m | sand |',
    table(
      ['port', 'depth'],
      [
        ['east', ''],
        ['west', '4 m'],
      ],
    ),
  ],
  [
    'a table may have no body',
    '| port | depth |\n| --- | --- |',
    '<table><thead><tr><th>port</th><th>depth</th></tr></thead></table>',
  ],
  [
    'an item may be a task',
    '- [ ] moor\n- [x] sail',
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled> moor</li><li class="task-list-item"><input type="checkbox" checked disabled> sail</li></ul>',
  ],
  [
    'tasks nest',
    '- [x] sail\n  - [ ] east\n  - [x] west\n- [ ] moor',
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled> sail<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled> east</li><li class="task-list-item"><input type="checkbox" checked disabled> west</li></ul></li><li class="task-list-item"><input type="checkbox" disabled> moor</li></ul>',
  ],
  // GitHub also strikes out with one tilde; in old posts it means "about", as in every other engine.
  ['two tildes strike, one does not', '~~gone~~ and ~gone~', '<p><del>gone</del> and ~gone~</p>'],
  [
    'striking ends with its paragraph',
    'This ~~has a\n\nnew paragraph~~.',
    '<p>This ~~has a</p><p>new paragraph~~.</p>',
  ],
  ['three tildes do not strike', 'This will ~~~not~~~ strike.', '<p>This will ~~~not~~~ strike.</p>'],
  [
    'www. begins an address',
    'www.harbour.example',
    link('http://www.harbour.example', 'www.harbour.example'),
  ],
  [
    'in a sentence too',
    'See www.harbour.example/help for more.',
    '<p>See <a href="http://www.harbour.example/help">www.harbour.example/help</a> for more.</p>',
  ],
  [
    'punctuation behind an address is no part of it',
    'See www.harbour.example. Or www.harbour.example/a.b.',
    '<p>See <a href="http://www.harbour.example">www.harbour.example</a>. Or <a href="http://www.harbour.example/a.b">www.harbour.example/a.b</a>.</p>',
  ],
  [
    'parentheses are part of it where they are balanced',
    'www.harbour.example/a?q=b+(c)\n\n(www.harbour.example/a?q=b+(c))',
    `${link('http://www.harbour.example/a?q=b+(c)', 'www.harbour.example/a?q=b+(c)')}<p>(<a href="http://www.harbour.example/a?q=b+(c)">www.harbour.example/a?q=b+(c)</a>)</p>`,
  ],
  [
    'what looks like an entity at its end is no part of it',
    'www.harbour.example/a?q=b&hl=en\n\nwww.harbour.example/a?q=b&hl;',
    `${link('http://www.harbour.example/a?q=b&amp;hl=en', 'www.harbour.example/a?q=b&amp;hl=en')}<p><a href="http://www.harbour.example/a?q=b">www.harbour.example/a?q=b</a>&amp;hl;</p>`,
  ],
  [
    'a less-than sign ends it',
    'www.harbour.example/he<lp',
    '<p><a href="http://www.harbour.example/he">www.harbour.example/he</a>&lt;lp</p>',
  ],
  [
    'a scheme begins an address',
    'http://harbour.example and https://harbour.example/a?q=b',
    '<p><a href="http://harbour.example">http://harbour.example</a> and <a href="https://harbour.example/a?q=b">https://harbour.example/a?q=b</a></p>',
  ],
  ['so does an at sign', 'ada@harbour.example', link('mailto:ada@harbour.example', 'ada@harbour.example')],
  [
    'a plus may be before the at sign, not behind it',
    'hello@mail+xyz.example is none, hello+xyz@mail.example is.',
    '<p>hello@mail+xyz.example is none, <a href="mailto:hello+xyz@mail.example">hello+xyz@mail.example</a> is.</p>',
  ],
  [
    'an address of a person ends with a letter or digit',
    'a.b-c_d@a.b\n\na.b-c_d@a.b.\n\na.b-c_d@a.b-\n\na.b-c_d@a.b_',
    `${link('mailto:a.b-c_d@a.b', 'a.b-c_d@a.b')}<p><a href="mailto:a.b-c_d@a.b">a.b-c_d@a.b</a>.</p><p>a.b-c_d@a.b-</p><p>a.b-c_d@a.b_</p>`,
  ],
  // GFM shows elements such as `<title>` as text; here the author may use all HTML except scripts.
  ['HTML is let through, save scripts', '<b>bold</b> <script>x()</script>', '<p><b>bold</b> </p>'],
]

function table(head: string[], rows: string[][]): string {
  const row = (cells: string[], name: string): string =>
    `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`
  return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
}

function link(url: string, text: string): string {
  return `<p><a href="${url}">${text}</a></p>`
}
