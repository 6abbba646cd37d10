import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../lib/markdown/render'

/**
 * Plain objects inherit properties such as `constructor`: a look-up by an author's word uses `ownValue`, and a record
 * filled with such words starts as `emptyRecord()`.
 */
test('no code looks up a record with brackets', () => {
  const files = ['lib', 'components', 'app'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => ({ path: join(folder, path), text: readFileSync(join(folder, path), 'utf8') })),
  )
  const names = new Set(files.flatMap(({ text }) => [...text.matchAll(RECORD)].map(([, name]) => name ?? '')))
  for (const name of KEYS_OF_OURS) names.delete(name)
  expect(names.size).toBeGreaterThan(8)
  const found = files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        [...line.matchAll(BRACKETS)]
          .filter(([, name = '']) => names.has(name) && !isSafe(name, line, text))
          .map(([use]) => `${path}:${index + 1}: ${use}`),
      ),
  )
  expect(found).toEqual([])
})

const RECORD = /(\w+)\??: (?:Readonly<)?(?:Partial<)?Record<string,/g

/** A name, and in brackets an expression: no number, no text in quotes. */
const BRACKETS = /\b(\w+)(?:\?\.)?\[(?!\d+\]|'|"|\]|number\]|keyof|\w*[iI]ndex\b)[^\]]+\]/g

/** Their keys are names in the code: properties of elements, environment variables, HTTP headers. */
const KEYS_OF_OURS = [
  'properties',
  'environment',
  'env',
  'headers',
  'query',
  'map',
  'rawDocumentData',
  'files',
  'keys',
  'site',
  'page',
]

function isSafe(name: string, line: string, text: string): boolean {
  return (
    /^\s*(?:\/?\*|\/\/)/.test(line) ||
    line.includes(`Object.hasOwn(${name},`) ||
    new RegExp(
      `\\b${name}(?:: \\w+| =|:) emptyRecord|\\bconst ${name}(?:: [^=]*\\[\\])? = (?:\\[|new |Array|\\w+\\.(?:map|filter)|emptyRecord)`,
    ).test(text) ||
    // An array of that name: its brackets contain an index.
    new RegExp(`\\b${name}\\??: (?:readonly )?[\\w<>, ]+\\[\\]`).test(text)
  )
}

const WORDS = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', 'watch']

describe.each(WORDS)('%s is a word like any other', (word) => {
  test.each([
    `[a](${word}) ![a](${word}) [a][${word}]\n\n[${word}]: ${word}`,
    `> [!${word}]\n> text`,
    `{% ${word} %}text{% end${word} %}\n\n{{< ${word} ${word}="${word}" >}}`,
    `{% youtube ${word}=${word} %}`,
    `{% figure ${word}=1 src="${word}" %}`,
    `\`\`\`${word} ${word}=${word}\na // [!code ${word}]\n\`\`\``,
    `text[^${word}]\n\n[^${word}]: note`,
    `# ${word}\n\n[a](#${word})`,
    `<${word} ${word}="${word}">text</${word}>`,
    `<div style="${word}: ${word}" ${word}>text</div>`,
    `text\n{: ${word}="${word}" .${word} #${word}}`,
    `:${word}: [[${word}]] ![[${word}]] $\\${word}$ :::${word}\n:::`,
    `\`\`\`mermaid\nflowchart LR\n${word}-->${word}x\nstyle ${word} fill:var(--_${word})\n\`\`\``,
  ])('in %j', async (markdown) => {
    for (const dialect of ['plain', 'jekyll', 'hugo', 'obsidian'] as const) {
      const source = { file: 'a.md', bodyLine: 1, dialect, root: '.' }
      const { html, rendered } = await renderMarkdown(markdown, { source })
      expect(html).not.toMatch(/native code|\[object|function Object/)
      expect(() => JSON.stringify(rendered)).not.toThrow()
    }
  })
})
