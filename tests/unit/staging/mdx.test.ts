import { describe, expect, test } from 'vitest'
import { readMdx } from '@/lib/staging/mdx/read-mdx'

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
