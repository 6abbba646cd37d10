import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { removeShields } from '../../../../lib/model/shield'
import { evaluateLiquid } from '../../../../lib/staging/liquid/evaluate-liquid'
import type { LiquidResult } from '../../../../lib/staging/liquid/liquid-document'
import { expectSteadyAsync } from '../../../growth'

let contentDir: string
const includes: Record<string, string> = {
  'note.html': '<b>{{ include.text }}</b>{% if include.more %}{{ include.more }}{% endif %}',
  'self.html': 'again {% include self.html %}',
  'nested.html': '[{% include note.html text=include.word %}]',
  'broken.html': '{% for x in %}',
}

beforeAll(() => {
  contentDir = mkdtempSync(join(tmpdir(), 'quire-liquid-'))
  mkdirSync(join(contentDir, 'old/_includes'), { recursive: true })
  mkdirSync(join(contentDir, 'old/_posts'))
  for (const [name, text] of Object.entries(includes))
    writeFileSync(join(contentDir, 'old/_includes', name), text)
  writeFileSync(join(contentDir, 'old/_posts/beside.md'), 'beside {{ page.title }}')
  symlinkSync('/etc/hostname', join(contentDir, 'old/_includes/link.html'))
  mkdirSync(join(contentDir, 'old/.git'))
  writeFileSync(join(contentDir, 'old/.git/config'), 'key')
  symlinkSync('../.git/config', join(contentDir, 'old/_includes/git.html'))
})

afterAll(() => rmSync(contentDir, { recursive: true }))

function evaluate(body: string): LiquidResult {
  const source = {
    file: 'content/old/_posts/a.md',
    bodyLine: 5,
    dialect: 'jekyll' as const,
    root: 'content/old',
  }
  return evaluateLiquid(
    { body, path: join(contentDir, 'old/_posts/a.md'), source, page: { title: 'A title', tags: ['a', 'b'] } },
    {
      rootDir: join(contentDir, 'old'),
      includeFolders: ['_includes'],
      contentDir,
      site: { name: 'Harbour', url: 'https://x.example', posts: [1, 2] },
    },
  )
}

const textOf = (body: string): string => evaluate(body).body
const reportsOf = (body: string): string[] =>
  evaluate(body).problems.map(({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`)

describe('problems with Liquid', () => {
  test.each([
    ['{{ page.title }} of {{ site.name }}', 'A title of Harbour'],
    ['{% assign x = "a-b" | split: "-" %}{{ x | join: "+" }}', 'a+b'],
    ['{% for tag in page.tags %}{{ tag }},{% endfor %}', 'a,b,'],
    ['{% if page.draft %}no{% else %}yes{% endif %}{% unless page.draft %}!{% endunless %}', 'yes!'],
    ['{% case page.title %}{% when "A title" %}1{% else %}2{% endcase %}', '1'],
    ['{% capture c %}x{% endcapture %}{{ c }}{{ c | upcase }}', 'xX'],
    ['a{% comment %}{{ nothing }}{% endcomment %}b', 'ab'],
    ['{{ "a b" | slugify }} {{ "2020-01-02" | date: "%Y" }} {{ "<" | xml_escape }}', 'a-b 2020 &lt;'],
    ['{{ undefined.thing }}', ''],
    ['{% include note.html text="x" more=page.title %}', '<b>x</b>A title'],
    ['{% include nested.html word="deep" %}', '[<b>deep</b>]'],
    ['{% include_cached note.html text="x" %}', '<b>x</b>'],
    ['{% include_relative beside.md %}', 'beside A title'],
  ])('evaluates %s', (body, expected) => {
    expect(textOf(body)).toBe(expected)
    expect(evaluate(body).problems).toEqual([])
  })

  test('makes links to the old site root-relative', () => {
    expect(
      textOf('{{ site.baseurl }}/a {{ site.url }}/b {{ "c" | relative_url }} {{ "/d" | absolute_url }}'),
    ).toBe('/a /b /c /d')
  })

  test('leaves other tags to the pipeline, and evaluates their content', () => {
    const body =
      '{% youtube abc %} {% figure caption:"x" %}{{ page.title }}{% endfigure %} {% post_url 2020-01-02-a %}'
    expect(textOf(body)).toBe(
      '{% youtube abc %} {% figure caption:"x" %}A title{% endfigure %} {% post_url 2020-01-02-a %}',
    )
  })

  test('also hides the content of `raw` from the pipeline', () => {
    const body = textOf('{% raw %}{{ page.title }} {% youtube x %}{% endraw %}')
    expect(body).not.toContain('{{')
    expect(body).not.toContain('{%')
    expect(removeShields(body)).toBe('{{ page.title }} {% youtube x %}')
  })

  test('maps lines to the original ones', () => {
    expect(evaluate('a\n{% for x in page.tags %}\n{{ x }}\n{% endfor %}\nz').lines).toEqual([[6, 4]])
    expect(evaluate('a\n{{ page.title }}\nz').lines).toBeUndefined()
  })
})

describe('Liquid that cannot be evaluated', () => {
  test.each([
    ['text\n {% for x in page.tags %}{{ x }} {{ page.title }}', '6:2 liquid/error', 'not closed', 'A title'],
    ['{% if %} {{ page.title }}', '5:1 liquid/error', '{% if %}', 'A title'],
    ['{% endfor %} {{ page.title }}', '5:1 liquid/error', 'endfor', 'A title'],
    ['a {{ b', '5:3 liquid/error', 'not closed', '{{ b'],
    ['{% include missing.html %}', '5:1 liquid/include', 'does not exist', '{% include missing.html %}'],
    [
      '{% include ../../../etc/passwd %}',
      '5:1 liquid/include',
      'outside',
      '{% include ../../../etc/passwd %}',
    ],
    ['{% include link.html %}', '5:1 liquid/include', 'outside', '{% include link.html %}'],
    [
      '{% include_relative .git/config %}',
      '5:1 liquid/include',
      'hidden',
      '{% include_relative .git/config %}',
    ],
    ['{% include git.html %}', '5:1 liquid/include', 'hidden', '{% include git.html %}'],
    ['{% include self.html %}', '5:1 liquid/include', 'includes itself', 'again {% include self.html %}'],
    ['{% include broken.html %}', '5:1 liquid/error', 'broken', '{% include broken.html %}'],
  ])('keeps the source of %s and reports it', (body, place, words, kept) => {
    const [report = ''] = reportsOf(body)
    expect(report).toContain(place)
    expect(report).toContain(words)
    expect(textOf(body)).toContain(kept)
  })

  test('ends loops of loops, long outputs and huge ranges', () => {
    const loops = '{% for a in (1..5000) %}{% for b in (1..5000) %}{% endfor %}{% endfor %}'
    expect(reportsOf(`${loops} x`)).toHaveLength(1)
    expect(reportsOf('{% for a in (1..999999999) %}x{% endfor %}')).toHaveLength(1)
    const long =
      '{% assign s = "0123456789" %}{% for i in (1..40) %}{% assign s = s | append: s %}{% endfor %}{{ s | size }}'
    expect(reportsOf(long).length).toBeGreaterThan(0)
  })

  test.each([
    'a\n{{ page.title }}\n',
    '\n{% include missing.html %}\n',
    '\n{{ page.title | date: "%Y" }}',
    '\n{% assign x = 1 %}',
  ])('%j takes no longer than its size allows', async (piece) => {
    await expectSteadyAsync(async (size) => evaluate(piece.repeat(size)), 300)
  })

  test('leaves a document of ten thousand tags as it is', () => {
    const body = `first ${'{{ page.title }} '.repeat(10_000)}last`
    expect(textOf(body)).toBe(body)
    expect(reportsOf(body)).toMatchObject([expect.stringContaining('more than 8000 tags')])
  })

  test('survives ten thousand nested tags', () => {
    const body = `${'{% if true %}'.repeat(10_000)}x${'{% endif %}'.repeat(10_000)}`
    expect(evaluate(body).problems.length).toBeGreaterThan(0)
    expect(textOf('{% if true %}'.repeat(10_000))).toContain('{% if true %}')
  })
})

describe('what Ruby’s Liquid accepts', () => {
  test.each([
    ['{% capture /dev/null %}hidden{% endcapture %}shown', 'shown'],
    ['{% capture q %}title{% endcapture %}{{ page.[q] }}', 'A title'],
    ['{% assign key = "title" %}{% if page.[key] %}yes{% endif %}', 'yes'],
  ])('evaluates %s', (body, text) => {
    expect(textOf(body)).toBe(text)
    expect(reportsOf(body)).toEqual([])
  })

  test('an unknown filter passes its value on, and is reported once', () => {
    const body = 'a\n{{ "x" | nosuchfilter: 1 | upcase }} {{ "y | z" | nosuchfilter }}'
    expect(textOf(body)).toBe('a\nX y | z')
    expect(reportsOf(body)).toHaveLength(1)
    expect(reportsOf(body)[0]).toContain('6:1 liquid/filter')
  })
})
