import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeSearchDocuments } from '@/lib/build/search/search-documents'
import { inventSearchDocuments } from '../../../bench/search-documents'

const documents = inventSearchDocuments(50)
let parent: string

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'search-documents-'))
})

afterEach(() => rmSync(parent, { recursive: true, force: true }))

test('the documents of this build and of the last one are kept, and no others', async () => {
  await writeSearchDocuments(parent, { folder: 'a', documents })
  await writeSearchDocuments(parent, { folder: 'b', last: 'a', documents })
  expect(readdirSync(parent).sort()).toEqual(['a', 'b'])
  await writeSearchDocuments(parent, { folder: 'c', last: 'b', documents })
  expect(readdirSync(parent).sort()).toEqual(['b', 'c'])
})

test('what is there is not written again', async () => {
  await writeSearchDocuments(parent, { folder: 'a', documents })
  const before = statSync(join(parent, 'a', 'texts-0.txt')).mtimeMs
  await writeSearchDocuments(parent, { folder: 'a', last: 'a', documents: [] })
  expect(statSync(join(parent, 'a', 'texts-0.txt')).mtimeMs).toBe(before)
})
