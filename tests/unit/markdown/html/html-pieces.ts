import fc from 'fast-check'

export interface Piece {
  text: string
  end: string
}

export function piece(): fc.Arbitrary<Piece> {
  return fc.record({
    text: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('WORD', '*WORD*', '**WORD**', '`WORD`', '[WORD](/a)', '> WORD'),
      },
      { weight: 2, arbitrary: tag() },
      { weight: 1, arbitrary: fc.constantFrom(...oddities) },
    ),
    end: fc.constantFrom(' ', '', '\n', '\n\n'),
  })
}

export function tag(): fc.Arbitrary<string> {
  const name = fc.constantFrom(...names)
  const attributes = fc.array(fc.constantFrom(...odd), { maxLength: 2 }).map((list) => list.join(''))
  return fc.oneof(
    fc.tuple(name, attributes).map(([name, attributes]) => `<${name}${attributes}>`),
    name.map((name) => `</${name}>`),
    fc.tuple(name, attributes).map(([name, attributes]) => `<${name}${attributes}/>`),
    fc.tuple(name, attributes).map(([name, attributes]) => `<${name}${attributes}>WORD</${name}>`),
  )
}

// Without elements that browsers never show as text (`<datalist>`, `<audio>`, `<dialog>`).
const names = [
  ...['a', 'b', 'code', 'font', 'span', 'i', 'u', 'p', 'div', 'pre', 'section', 'center', 'blockquote'],
  ...[
    'table',
    'tr',
    'td',
    'th',
    'ul',
    'li',
    'dl',
    'dd',
    'details',
    'summary',
    'h2',
    'button',
    'body',
    'html',
  ],
  ...[
    'textarea',
    'br',
    'img',
    'hr',
    'menuitem',
    'marquee',
    'form',
    'label',
    'figure',
    'figcaption',
    'X-EMBED',
  ],
  ...[
    'T',
    'S',
    'max;',
    'rows;i++)',
    'channel',
    'my-element',
    'x-embed',
    'you@host',
    'o:p',
    'dc:title',
    'path',
  ],
]

const odd = [
  ...[' ref="tcp"', ' key=1', ' style="color"', ' style="color:red;}"', ' onclick="x()"', ' children="y"'],
  ...[
    ' value="v"',
    ' "',
    " '",
    ' =',
    ' @click="x"',
    ' class=c',
    ' id="i"',
    ' name=n',
    ' href="javascript:x"',
  ],
  ...[' provider="constructor"', ' contenteditable', ' is="x"', ' xmlns:x="y"'],
]

export const oddities = [
  ...[
    'i<max;i++',
    'Vec<T>',
    'Map<String, List<B>>',
    '<you@host>',
    'a < b > WORD',
    '<',
    '</',
    '<! ',
    '<WORD',
    '&lt;',
  ],
  ...[
    '<svg viewbox="0 0 1 1"><TEXT>WORD</TEXT><lineargradient/></svg>',
    '<math><mi>WORD</mi><MO>+</mo></math>',
  ],
  ...['\0', '<script>', '<style>', '<?php', '<![CDATA[', '<x-embed provider="constructor">WORD</x-embed>'],
]
