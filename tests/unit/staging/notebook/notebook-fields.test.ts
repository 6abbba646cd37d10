import { describe, expect, test } from 'vitest'
import { readNotebook } from '../../../../lib/staging/notebook/read-notebook'
import { markdown, read } from './notebooks'

describe('front matter of a notebook', () => {
  test.each([
    [
      'YAML in the first cell',
      { cells: [{ ...markdown('---\ntitle: Tides\ntags: [sea]\n---\nText.') }] },
      'Text.\n',
    ],
    [
      'the list of fastpages',
      { cells: [markdown('# Tides\n> "How high."\n\n- tags: [sea]\n- toc: true'), markdown('Text.')] },
      'Text.\n',
    ],
    [
      'the metadata',
      { metadata: { title: 'Tides', tags: ['sea'], kernelspec: {} }, cells: [markdown('Text.')] },
      'Text.\n',
    ],
    [
      'Nikola',
      { metadata: { nikola: { title: 'Tides', tags: ['sea'] } }, cells: [markdown('Text.')] },
      'Text.\n',
    ],
  ])('is read from %s', (_, notebook, body) => {
    const { frontMatter } = read(notebook)
    const fields = Object.fromEntries(frontMatter.entries.map(({ key, value }) => [key, value]))
    expect(fields).toMatchObject({ title: 'Tides', tags: ['sea'] })
    expect(frontMatter.body).toBe(body)
  })
})

describe('a file that is no notebook', () => {
  test.each([
    ['is cut off', '{"cells": [\n {"cell_type"', 'not-json', 2],
    ['contains a merge conflict', '{\n "cells": [\n<<<<<<< HEAD\n', 'not-json', 3],
    ['is other JSON', '{"a": 1}', 'not-a-notebook', 1],
    ['has a cell without a type', '{"cells": [{"source": "x"}]}', 'not-a-notebook', 1],
  ])('and %s is reported with its position', (_, text, rule, line) => {
    expect(readNotebook(text, 'x')).toMatchObject({ severity: 'error', rule, line })
  })
})
