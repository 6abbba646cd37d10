import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findRelatedPosts } from '@/lib/build/search/related-posts'
import type { SearchDocument } from '@/lib/search/search-document'
import { inventSearchDocuments } from '../../../bench/search-documents'

const documents = inventSearchDocuments(60)
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'related-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('unchanged documents are neither counted nor compared again', async () => {
  const cold = await findRelatedPosts(folder, 'code', documents)
  expect(cold.counted).toBe(documents.length)
  expect(Object.values(cold.related).some((urls) => urls.length > 0)).toBe(true)
  const warm = await findRelatedPosts(folder, 'code', documents)
  expect(warm).toEqual({ related: cold.related, counted: 0 })
})

test('a changed, a new and a deleted post give what a cold build gives, and only they are counted', async () => {
  const before = await findRelatedPosts(folder, 'code', documents)
  const changed = changeOf(documents)
  const warm = await findRelatedPosts(folder, 'code', changed)
  expect(warm.counted).toBe(2)
  expect(warm.related).toEqual(await findCold(changed))
  expect(warm.related).not.toEqual(before.related)
  expect((await findRelatedPosts(folder, 'code', documents)).related).toEqual(before.related)
})

test('other code counts and compares again', async () => {
  await findRelatedPosts(folder, 'code', documents)
  expect((await findRelatedPosts(folder, 'other code', documents)).counted).toBe(documents.length)
})

test('damaged files are made again, and their number does not grow', async () => {
  const { related } = await findRelatedPosts(folder, 'code', documents)
  const names = readdirSync(folder)
  for (const name of names) writeFileSync(join(folder, name), '{"key":"code","hash":"none","text":[]}')
  expect(await findRelatedPosts(folder, 'code', documents)).toEqual({ related, counted: documents.length })
  for (const each of [changeOf(documents), documents]) await findRelatedPosts(folder, 'code', each)
  expect(readdirSync(folder).length).toBeLessThanOrEqual(65)
})

function changeOf([first, , ...others]: readonly SearchDocument[]): SearchDocument[] {
  const [other, last] = [others[10], others.at(-1)]
  if (!first || !other || !last) throw new Error('There are too few documents.')
  return [
    { ...first, title: other.title, tags: other.tags, sections: other.sections },
    ...others,
    { ...last, url: '/posts/new' },
  ]
}

async function findCold(each: readonly SearchDocument[]): Promise<Record<string, string[]>> {
  const other = mkdtempSync(join(tmpdir(), 'related-cold-'))
  const { related } = await findRelatedPosts(other, 'code', each)
  rmSync(other, { recursive: true, force: true })
  return related
}
