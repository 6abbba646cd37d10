import { describe, expect, test } from 'vitest'
import { readMdx } from '@/lib/staging/mdx/read-mdx'
import { expectQuick } from '../../cpu-time'

describe('readMdx', () => {
  test.each([
    ['Text with a < b, 1 <2 and {braces', 'Text with a < b, 1 <2 and {braces'],
    ["A{' '}B {'plain'} {`x`}", 'A B plain x'],
    ['{/* a comment */}Text', 'Text'],
    ['{/* two\nlines */}\nText', '\n\nText'],
    ['`{code}` and `<Tag />`', '`{code}` and `<Tag />`'],
    ['```\nimport a from "b"\n<Tag />\n```', '```\nimport a from "b"\n<Tag />\n```'],
    ['<YouTube id="abc" />', '{{< YouTube id="abc" >}}'],
    [
      '<Note type={"warn"} open>\n  Words\n</Note>',
      '{{< Note type="warn" open="true" >}}\nWords\n{{< /Note >}}',
    ],
    [`<Quote by='The "A"' />`, '{{< Quote by=`The "A"` >}}'],
    ['<>\n  Words\n</>', '\nWords\n'],
    [
      '<div className="a" style={{ textAlign: "center", width: 40 }}>x</div>',
      '<div class="a" style="text-align: center; width: 40px">x</div>',
    ],
    ['<Link href="/a">word</Link>', '<a href="/a">word</a>'],
    ['<Image src={"/a.png"} alt="A" />', '<img src="/a.png" alt="A" />'],
    ['<https://x.example> and <a@x.example>', '<https://x.example> and <a@x.example>'],
    ['import taxes are high', 'import taxes are high'],
    ['$$\n\\frac{a}{b}\n$$', '$$\n\\frac{a}{b}\n$$'],
  ])('converts %j to Markdown', (mdx, markdown) => {
    expect(readMdx(mdx).body).toBe(markdown)
  })

  test('removes modules and keeps the line numbers', () => {
    const text =
      "import A from 'a'\nimport {\n  B,\n} from 'b'\n\nexport const x = () => {\n  return 1\n}\n\nText\n"
    const { body, omitted } = readMdx(text)
    expect(body).toBe(`${'\n'.repeat(9)}Text\n`)
    expect(omitted.map(({ line, what }) => [line, what])).toEqual([
      [1, 'module'],
      [2, 'module'],
      [6, 'module'],
    ])
  })

  test('reads exported metadata as front matter', () => {
    const { metadata } = readMdx("export const metadata = {\n  title: 'A title',\n  tags: ['x'],\n};\n")
    expect(metadata.map(({ key, value }) => [key, value])).toEqual([
      ['title', 'A title'],
      ['tags', ['x']],
    ])
  })

  test('reports values that only a program can compute', () => {
    const { body, omitted } = readMdx('Hello {props.name}\n\n<Chart data={rows} title="T" {...more} />')
    expect(body).toBe('Hello {props.name}\n\n{{< Chart title="T" >}}')
    expect(omitted).toEqual([
      { line: 1, what: 'expression', source: '{props.name}' },
      { line: 3, what: 'attribute', source: '<Chart data>' },
    ])
  })

  test('removes the indentation within components, which would make it code', () => {
    const { body } = readMdx(
      '<Steps>\n    <Step>\n        Words\n\n        - a\n          - b\n    </Step>\n</Steps>\n',
    )
    expect(body).toBe('{{< Steps >}}\n{{< Step >}}\nWords\n\n- a\n  - b\n{{< /Step >}}\n{{< /Steps >}}\n')
  })
})

describe('statements of a module', () => {
  test.each([
    ['export const a = `x\n{ not a bracket\n`\nText', '\n\n\nText'],
    ["export const a = [ // a list of ' and [\n  1,\n]\nText", '\n\n\nText'],
    ['import a\n  from "b"\nText', 'import a\n  from "b"\nText'],
    ['import {\n  a }\nfrom\n"b"\nText', '\n\nfrom\n"b"\nText'],
    ['import * as a from\n"b"\nText', '\n\nText'],
    ['export const a =\n\n  1\nText', '\n\n\nText'],
    ['export const a = ` open\nText', '\nText'],
    ['export const a = {\n  b: 1\n\nText\n\nMore', '\n\n\nText\n\nMore'],
  ])('%j leaves the text after it', (mdx, markdown) => {
    expect(readMdx(mdx).body).toBe(markdown)
  })
})

describe('takes no longer than its size allows', () => {
  test.each([
    '{',
    '{ " ',
    '<a b={',
    '<a {',
    '<a b="',
    '<a\n',
    '`',
    '<A>\n  ',
    '<A b={[{',
    '\\{',
    '{/*',
    'export const a = [\n',
    'export const a = {\n"\\"',
    'import {\n',
  ])('%j', async (piece) => {
    await expectQuick(() => readMdx(piece.repeat(20_000)), 6000)
  })
})
