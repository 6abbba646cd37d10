/**
 * Texts that once took minutes or ended a build, each as a function of its size in characters. All repeat one piece, as
 * a broken export may do by accident.
 */
export const inputs: readonly TortureInput[] = [
  body('srcset of commas', 3_000, (size) => `<img srcset="${repeat(',', size)}">`),
  body('calls that are not closed', 10_000, (size) => repeat('{{x(', size)),
  body('a C# fence of tags', 600, (size) => `\`\`\`csharp\n${repeat('<a ', size)}\n\`\`\``),
  body('a PHP line of dollars', 5_000, (size) => `\`\`\`php\n${repeat('$', size)}\n\`\`\``),
  body('a wide table with short rows', 11_000, (size) => {
    const side = size / 4
    return `|${repeat('a|', side * 2)}\n|${repeat('-|', side * 2)}\n${repeat('|x|\n', side * 2)}`
  }),
  body(
    'references to one long definition',
    120_000,
    (size) => `[a]: /${repeat('x', size / 2)}\n\n${repeat('[a] ', size / 2)}`,
  ),
  body('strong text that never closes', 64_000, (size) => repeat('**a **b ', size)),
  body('tags inside tags', 240_000, (size) => repeat('<div <a', size)),
  body('ends inside raw', 160_000, (size) => `{% raw %}\n${repeat('{%end', size)}`),
  body('a tag, then tags that are not closed', 48_000, (size) => `{% x %}\n\n${repeat('<a ', size)}`),
  body('a heading of spaces', 80_000, (size) => `# a${repeat(' ', size)}{`),
  body('spaces before a code note', 80_000, (size) => `\`\`\`js\n${repeat(' ', size)}[!code\n\`\`\``),
  body('underscores', 80_000, (size) => repeat('_', size)),
  body('underscores in words', 80_000, (size) => repeat('____ a', size)),
  body('Chinese without a mark', 80_000, (size) => repeat('潮汐表港口', size)),
  body('stars', 120_000, (size) => repeat('**a', size)),
  body('brackets in brackets', 64_000, (size) => repeat('[', size / 2) + repeat(']', size / 2)),
  body('quotations in quotations', 8_000, (size) => `${repeat('>', size)} a`),
  body('lists in lists', 8_000, (size) => `${repeat('- ', size)}a`),
  body('numbered lists in lists', 8_000, (size) => `${repeat('1. ', size)}a`),
  body('closing brackets', 64_000, (size) => repeat(']', size)),
  body('quoted strong text that never closes', 64_000, (size) => repeat('> **a\n', size)),
  body('calls that are not closed, with braces', 10_000, (size) => repeat('{{x(}', size)),
  body('elements that nothing closes', 12_000, (size) => repeat('<div/>', size)),
  body('drawings that nothing closes', 16_000, (size) => repeat('<svg><a>', size)),
  body('roots in roots', 2_800, (size) => `$${repeat('\\sqrt{', (size * 6) / 7)}${repeat('}', size / 7)}$`),
  body('braces in a formula', 1_600, (size) => `$${repeat('{', size / 2)}${repeat('}', size / 2)}$`),
  body('a macro of macros', 400, (size) => {
    const steps = Math.max(2, Math.floor(size / 20))
    const names = Array.from({ length: Math.min(steps, 25) }, (_, index) => String.fromCharCode(97 + index))
    return `$$${names.map((name, index) => `\\def\\${name}z{${index === 0 ? 'x' : `\\${names[index - 1]}z\\${names[index - 1]}z`}}`).join('')}\\${names.at(-1)}z$$`
  }),
  body(
    'a chain in a diagram',
    12_000,
    (size) => `\`\`\`mermaid\nflowchart LR\n${lines(size / 10, (n) => `n${n}-->n${n + 1}`)}\n\`\`\``,
  ),
  body('one long line', 200_000, (size) => repeat('word and ', size)),
  body('an ordinary post', 568_000, (size) =>
    repeat(
      'A sentence about the harbour, with a [link](/posts/tide) and `code`.\n\n- one\n- two\n\n## Tide\n\n```js\nconst a = 1\n```\n\n',
      size,
    ),
  ),
  body('headings of one name', 100_000, (size) => repeat('# a\n\n', size)),
  body('notes', 60_000, (size) => lines(size / 20, (n) => `a[^${n}]\n\n[^${n}]: b\n`)),
  body('attribute lists', 60_000, (size) => repeat('a{: .b #c x=y}\n{: .d}\n\n', size), 'jekyll'),
  body('attribute lists that are not closed', 60_000, (size) => repeat('{:.a ', size), 'jekyll'),
  body(
    'abbreviations',
    40_000,
    (size) => `${lines(size / 40, (n) => `*[W${n}]: w`)}\n\n${repeat('W1 W2 W3 ', size / 2)}`,
    'jekyll',
  ),
  body('Markdown in elements in elements', 30_000, (size) => repeat('<div markdown="1">\n', size), 'jekyll'),
  body('definition lists', 60_000, (size) => repeat('a\n: b\n\n', size), 'jekyll'),
  body('wikilinks that are not closed', 60_000, (size) => repeat('[[a|', size), 'obsidian'),
  body('highlights', 60_000, (size) => repeat('==a ', size), 'obsidian'),
  body('comments that are not closed', 60_000, (size) => repeat('%% a ', size), 'obsidian'),
  body('shortcodes that are not closed', 60_000, (size) => repeat('{{< a "', size), 'hugo'),
  body('tags that are not closed', 60_000, (size) => repeat('{% a "', size)),
  body('tags without an end', 60_000, (size) => repeat('{% note %}\n', size)),
  body('dollars', 60_000, (size) => repeat('$a ', size)),
  body('display formulas that are not closed', 60_000, (size) => repeat('$$\na\n', size)),
  body('comments', 60_000, (size) => repeat('<!--', size)),
  body('comments in a text', 60_000, (size) => `a ${repeat('<!-- ', size)}`),
  body('instructions in a text', 60_000, (size) => `a ${repeat('<?x ', size)}`),
  body('declarations in a text', 60_000, (size) => `a ${repeat('<!A ', size)}`),
  body('CDATA in a text', 60_000, (size) => `a ${repeat('<![CDATA[', size)}`),
  body('quotation marks', 60_000, (size) => repeat('"\'', size)),
  body('addresses', 60_000, (size) => repeat('www.a.b/( ', size)),
  body('mail addresses', 60_000, (size) => repeat('a.b@', size)),
  body('code marks', 60_000, (size) => repeat('` `` ', size)),
  body('pictures in links', 60_000, (size) => repeat('[![a](b)](c)', size)),
  body('style sheets', 60_000, (size) => repeat('<style>', size)),
  body('form in maths in form', 20_000, (size) =>
    repeat('<form><math><mtext></form><form><mglyph><style></math>', size),
  ),
  liquid('outputs', 128_000, (size) => repeat('{{ a }} ', size)),
  liquid(
    'loops of outputs',
    8_000,
    (size) => `{% for i in (1..${Math.floor(size / 8)}) %}${repeat('{{ i }}', size)}{% endfor %}`,
  ),
  liquid('conditions in conditions', 8_000, (size) => repeat('{% if a %}', size)),
  whole('mojibake', 60_000, (size) => `---\ntitle: A\n---\n${repeat('Ã© â€™ ', size)}`),
  whole(
    'code marks in a summary',
    400_000,
    (size) => `---\ntitle: A\nsummary: "${repeat('`', size)}"\n---\n`,
  ),
  whole('at signs in an author', 80_000, (size) => `---\ntitle: A\nauthor: "${repeat('@', size)}"\n---\n`),
  whole('keys of TOML', 100_000, (size) => `+++\n${lines(size / 14, (n) => `key${n} = ${n}`)}\n+++\n`),
  whole('keys of YAML', 60_000, (size) => `---\n${lines(size / 12, (n) => `key${n}: ${n}`)}\n---\n`),
  whole('tags of a post', 60_000, (size) => `---\ntags: [${lines(size / 8, (n) => ` tag${n},`)}]\n---\n`),
  whole('aliases', 60_000, (size) => `---\naliases: [${lines(size / 8, (n) => ` /a${n},`)}]\n---\n`),
]

/** The body of a text, through the pipeline. */
function body(name: string, size: number, write: Write, dialect = 'plain'): TortureInput {
  return { name, size, write, stage: 'markdown', dialect }
}

/** A body of a Jekyll blog, through Liquid. */
function liquid(name: string, size: number, write: Write): TortureInput {
  return { name, size, write, stage: 'liquid', dialect: 'jekyll' }
}

/** A whole file, through staging. */
function whole(name: string, size: number, write: Write): TortureInput {
  return { name, size, write, stage: 'staging', dialect: 'plain' }
}

function repeat(piece: string, size: number): string {
  return piece.repeat(Math.max(1, Math.floor(size / piece.length)))
}

function lines(count: number, write: (index: number) => string): string {
  return Array.from({ length: Math.max(1, Math.floor(count)) }, (_, index) => write(index)).join('\n')
}

export interface TortureInput {
  name: string
  /** Characters, as in the finding that it comes from. */
  size: number
  write: Write
  /** Which part of the build reads it. */
  stage: 'markdown' | 'liquid' | 'staging'
  dialect: string
}

type Write = (size: number) => string
