import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What dialects and HTML are made of. */
export const PIECES = [
  ...[
    'tide',
    'harbour ',
    '\n',
    '\n\n',
    ' ',
    '    ',
    '\t',
    '- ',
    '1. ',
    '> ',
    '# ',
    '## ',
    '---\n',
    '***',
    '**',
    '*',
    '_',
    '`',
    '```\n',
  ],
  ...[
    '```js\n',
    '~~~\n',
    '$',
    '$$\n',
    '\\(',
    '\\)',
    '\\',
    '[',
    ']',
    '(',
    ')',
    '[^1]',
    '[^1]: ',
    '![',
    '](/a)',
    '[[',
    ']]',
    '|',
    '|-|\n',
  ],
  ...[
    '{% raw %}',
    '{% endraw %}',
    '{% highlight js %}',
    '{% endhighlight %}',
    '{% note %}',
    '{% endnote %}',
    '{%',
    '%}',
    '{{',
    '}}',
  ],
  ...[
    '{{< figure src="/a" >}}',
    '{{< note >}}',
    '{{< /note >}}',
    '{{% x %}}',
    '{: .a #b c=d}',
    '{:toc}',
    '{::nomarkdown}',
    '*[W]: w',
  ],
  ...[
    '==',
    '%%',
    '::: ',
    ': ',
    '<',
    '>',
    '</',
    '<div>',
    '</div>',
    '<p>',
    '<table>',
    '<td>',
    '<svg>',
    '<math>',
    '<mtext>',
    '<style>',
    '</style>',
  ],
  ...[
    '<script>',
    '</script>',
    '<form>',
    '<mglyph>',
    '<select>',
    '<template>',
    '<noscript>',
    '</noscript>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">',
    '<iframe srcdoc="<script>">',
    '<textarea>',
    '<title>',
    '<xmp>',
    '<plaintext>',
  ],
  ...[
    '&amp;',
    '&#0;',
    '\u0000',
    '\u202e',
    '\ufeff',
    '\ud800',
    'é',
    '潮',
    '🎉',
    'https://example.com',
    'www.a.b',
    '@',
    ':smile:',
    '"',
    "'",
  ],
]

/**
 * Texts for a fuzzer: fixtures of the pipeline with random changes, and random pieces. The same seed makes the same
 * texts on every machine.
 * @param options.folders of Markdown, instead of `tests/pipeline`
 */
export function fuzzTexts({ seed, count, folders = ['tests/pipeline'] }: FuzzOptions): string[] {
  const random = randomNumbers(seed)
  const fixtures = folders.flatMap(listMarkdown)
  return Array.from({ length: count }, (_, index) => {
    if (index % 3 === 0 || fixtures.length === 0) return randomPieces(random, 60)
    return mutate(readFileSync(pick(fixtures, random), 'utf8').slice(0, 20_000), random)
  })
}

/** Some of the changes that editors, exports and merges make to a text, and some that only an attacker makes. */
export function mutate(text: string, random: Random, pieces: readonly string[] = PIECES): string {
  let mutated = text
  for (let change = 0; change < 1 + Math.floor(random() * 8); change++) {
    const at = Math.floor(random() * (mutated.length + 1))
    const end = Math.min(mutated.length, at + Math.floor(random() ** 3 * 400))
    const cut = mutated.slice(at, end)
    const changes = [
      () => pick(pieces, random),
      () => cut + pick(pieces, random).repeat(1 + Math.floor(random() * 20)),
      () => '',
      () => cut + cut,
      () => cut.split('').reverse().join(''),
      () => cut.replaceAll(/[[\](){}<>"'`*_$%=|]/g, () => pick(pieces, random)),
      () => cut.toUpperCase(),
      () => cut.replaceAll('\n', '\r\n'),
      () => String.fromCharCode(Math.floor(random() * 0x10000)),
    ]
    mutated = mutated.slice(0, at) + pick(changes, random)() + mutated.slice(end)
  }
  return mutated.slice(0, 40_000)
}

export function randomPieces(random: Random, count: number): string {
  return Array.from({ length: Math.floor(random() * count) }, () => pick(PIECES, random)).join('')
}

/** Mulberry32: small, and the same everywhere. @returns numbers from 0 up to 1 */
export function randomNumbers(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function pick<Value>(values: readonly Value[], random: Random): Value {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('There is nothing to pick from.')
  return value
}

function listMarkdown(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

export type Random = () => number

interface FuzzOptions {
  seed: number
  count: number
  folders?: readonly string[]
}
