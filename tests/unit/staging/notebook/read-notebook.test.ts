import { describe, expect, test } from 'vitest'
import { readNotebook } from '../../../../lib/staging/notebook/read-notebook'
import { code, data, markdown, notebookOf, PIXEL, read } from './notebooks'

// Fixtures are made by https://nbformat.readthedocs.io/en/latest/format_description.html
describe('a notebook of version 4', () => {
  test('consists of its text, its code in the language of the kernel, and its outputs', () => {
    const { frontMatter } = read({
      metadata: { language_info: { name: 'julia' } },
      cells: [
        markdown('# Tides\n\nHow high $h$ is.'),
        code('f(x) = x^2\nf(3)', [
          { output_type: 'stream', name: 'stdout', text: ['1 %\r', '100 %\n'] },
          { output_type: 'stream', name: 'stdout', text: '\u001b[31mred\u001b[0m <b>\n' },
          { output_type: 'execute_result', data: { 'text/plain': ['9'] }, metadata: {}, execution_count: 1 },
        ]),
        code('%%bash\necho `ls` ```'),
        { cell_type: 'raw', metadata: {}, source: '.. note::' },
      ],
    })
    expect(frontMatter.body).toBe(
      [
        '# Tides\n\nHow high $h$ is.\n',
        '```julia\nf(x) = x^2\nf(3)\n```\n',
        '{{< rawhtml >}}<pre tabindex="0"><samp>100 %\nred &lt;b></samp></pre>{{< /rawhtml >}}\n',
        '{{< rawhtml >}}<pre tabindex="0"><samp>9</samp></pre>{{< /rawhtml >}}\n',
        '```bash\n%%bash\necho `ls` ```\n```\n',
        '```text\n.. note::\n```\n',
      ].join('\n'),
    )
    expect(frontMatter.problems).toEqual([])
  })

  test('shows the richest representation of each output', () => {
    const { frontMatter, pictures } = read({
      cells: [
        code('#| fig-alt: Two waves\nplot()', [data({ 'image/png': PIXEL, 'text/plain': '<Figure>' })]),
        code('frame', [
          data({
            'text/html': '<style scoped>td {}</style><table><tr><td>{{< /rawhtml >}}</td></tr></table>',
            'text/plain': 'a b',
          }),
        ]),
        code('sum', [data({ 'text/latex': '\\sum_i x_i', 'text/plain': 'Sum(x)' })]),
        code('markdown', [data({ 'text/markdown': ['**bold**'], 'text/plain': 'Markdown' })]),
      ],
    })
    const [name = ''] = pictures.keys()
    expect(name).toMatch(/^waves-[\da-f]{12}\.png$/)
    expect(Buffer.from(pictures.get(name) ?? []).toString('base64')).toBe(PIXEL)
    expect(frontMatter.body).toContain(`![Two waves](notebook:${name})`)
    expect(frontMatter.body).toContain(
      '{{< rawhtml >}}<table><tr><td>&#123;{< /rawhtml >}}</td></tr></table>{{< /rawhtml >}}',
    )
    expect(frontMatter.body).toContain('$$\n\\sum_i x_i\n$$')
    expect(frontMatter.body).toContain('\n**bold**\n')
    expect(frontMatter.body).not.toMatch(/fig-alt|scoped|a b/)
  })

  test('reports outputs that need a script, at their cell', () => {
    const text = JSON.stringify(
      {
        metadata: {},
        nbformat: 4,
        nbformat_minor: 5,
        cells: [
          code(
            ['import plot\n', 'plot.show()'],
            [
              data({ 'text/html': '<div id="a"></div><script>draw()</script>', 'text/plain': '<Plot>' }),
              data({
                'application/vnd.jupyter.widget-view+json': { model_id: '1' },
                'text/plain': 'Slider()',
              }),
              data({ 'text/html': '<div id="b"></div><script>draw()</script>', 'image/png': PIXEL }),
            ],
          ),
        ],
      },
      null,
      1,
    )
    const { frontMatter } = notebookOf(readNotebook(text, 'waves'))
    const line = text.slice(0, text.indexOf('plot.show')).split('\n').length
    expect(frontMatter.problems).toMatchObject([
      { rule: 'interactive-output', line, severity: 'warning' },
      { rule: 'interactive-output', line },
    ])
    expect(frontMatter.body).toContain('![](notebook:waves-')
  })

  test('extracts pictures that were pasted into a cell', () => {
    const { frontMatter, pictures } = read({
      cells: [
        {
          ...markdown('![a map](attachment:my%20map.png) ![](attachment:none.png)'),
          attachments: { 'my map.png': { 'image/png': PIXEL } },
        },
      ],
    })
    expect(frontMatter.body).toBe(`![a map](notebook:${[...pictures.keys()][0]}) ![](attachment:none.png)\n`)
  })

  test.each([
    ['tags of nbconvert', { tags: ['remove_input'] }, 'x = 1', false, true],
    ['tags of Jupyter Book', { tags: ['remove-output'] }, 'x = 1', true, false],
    ['comments of nbdev', {}, '# hide\nx = 1', false, false],
    ['comments of fastpages', {}, '#hide_input\nx = 1', false, true],
    ['options of Quarto', {}, '#| echo: false\nx = 1', false, true],
    ['options of Quarto', {}, '#| include: false\nx = 1', false, false],
    ['a comment that is none', {}, '# hide and seek\nx = 1', true, true],
  ])('hides cells as %s say (%j, %j)', (_, metadata, source, hasInput, hasOutput) => {
    const outputs = [{ output_type: 'stream', name: 'stdout', text: 'done' }]
    const { frontMatter } = read({ cells: [{ ...code(source, outputs), metadata }] })
    expect(frontMatter.body.includes('x = 1')).toBe(hasInput)
    expect(frontMatter.body.includes('done')).toBe(hasOutput)
  })

  test.each([
    ['tags', { tags: ['hide-input'] }, 'x = 1'],
    ['Jupyter itself', { jupyter: { source_hidden: true } }, 'x = 1'],
    ['a comment', {}, '#collapse-hide\nx = 1'],
  ])('collapses code as %s say', (_, metadata, source) => {
    const { frontMatter } = read({ cells: [{ ...code(source), metadata }] })
    expect(frontMatter.body).toBe('{{< details >}}\n\n```python\nx = 1\n```\n\n{{< /details >}}\n')
  })
})

test('a notebook of version 3 is read like one of version 4', () => {
  const { frontMatter, pictures } = read({
    nbformat: 3,
    metadata: { name: '' },
    worksheets: [
      {
        cells: [
          { cell_type: 'heading', level: 2, source: ['Waves'], metadata: {} },
          {
            cell_type: 'code',
            language: 'python',
            input: ['1 / 0'],
            prompt_number: 1,
            outputs: [
              { output_type: 'pyout', png: PIXEL, text: ['<Figure>'], prompt_number: 1 },
              {
                output_type: 'pyerr',
                ename: 'ZeroDivisionError',
                evalue: 'no',
                traceback: ['\u001b[0;31mno\u001b[0m'],
              },
            ],
          },
        ],
      },
    ],
  })
  expect(frontMatter.body).toBe(
    `## Waves\n\n\`\`\`python\n1 / 0\n\`\`\`\n\n![](notebook:${[...pictures.keys()][0]})\n\n{{< rawhtml >}}<pre tabindex="0"><samp>no</samp></pre>{{< /rawhtml >}}\n`,
  )
})

test('each line of the body is mapped to its line in the file', () => {
  const cells = [markdown(['One\n', 'same\n', 'same']), code(['a\n', 'b'])]
  const text = JSON.stringify({ metadata: {}, cells, nbformat: 4 }, null, 1)
  const { frontMatter, lines } = notebookOf(readNotebook(text, 'x'))
  const written = new Map(lines)
  const lineOf = (needle: string) => text.slice(0, text.indexOf(needle)).split('\n').length
  const body = frontMatter.body.split('\n')
  expect(written.get(body.indexOf('One') + 1)).toBe(lineOf('"One'))
  expect(written.get(body.lastIndexOf('same') + 1)).toBe(lineOf('"same"'))
  expect(written.get(body.indexOf('b') + 1)).toBe(lineOf('"b"'))
})
