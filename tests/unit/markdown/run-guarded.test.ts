import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { contextOf, defaultSettings, setContext } from '../../../lib/markdown/context'
import { useSyntax } from '../../../lib/markdown/pipeline'
import { runGuarded } from '../../../lib/markdown/run-guarded'

function throwing(error: Error) {
  const plugins = unified()
  useSyntax(plugins)
  plugins.use(() => () => fail(error))
  return unified().use(runGuarded, plugins.freeze()).use(rehypeStringify)
}

function fail(error: Error): undefined {
  throw error
}

function fileOf(text: string): VFile {
  const file = new VFile(text)
  const source = { ...defaultSettings.source, file: 'content/posts/a.md', bodyLine: 5 }
  setContext(file, { ...defaultSettings, source })
  return file
}

test('a document that cannot be rendered is shown as plain paragraphs, and its file is named', async () => {
  const file = fileOf('A *first* one.\n\n<b>Second</b> & last.')
  const html = String(await throwing(new Error('Out of rope\nat knot 1')).process(file))
  expect(html).toBe('<p>A *first* one.</p><p>&#x3C;b>Second&#x3C;/b> &#x26; last.</p>')
  const { problems, words, excerpt } = contextOf(file).rendered
  expect(problems).toMatchObject([
    {
      severity: 'warning',
      rule: 'markdown/failed',
      file: 'content/posts/a.md',
      line: 5,
      message: 'This document could not be rendered and is shown as plain paragraphs: Out of rope',
    },
  ])
  expect(words).toBe(7)
  expect(excerpt).toBe('A *first* one.')
})

test('the line that an error names is the author\u2019s', async () => {
  const file = fileOf('One.\n\nTwo.')
  await throwing(Object.assign(new Error('x'), { line: 3, column: 2 })).process(file)
  expect(contextOf(file).rendered.problems).toMatchObject([{ line: 7, column: 2 }])
})
