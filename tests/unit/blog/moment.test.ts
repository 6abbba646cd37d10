import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeBlog, NOW } from './make-blog'

test('a post appears at its moment, by the clock of the build alone', () => {
  const at = (now: number) => new Date(now).toISOString()
  const posts = [
    { slug: 'now', date: at(NOW) },
    { slug: 'later', date: at(NOW + 1000) },
  ]
  const slugs = makeBlog({ posts })
    .listPosts()
    .map(({ slug }) => slug)
  expect(slugs).toEqual(['now'])
})

// Pages are rendered in several processes, for minutes: one that read the clock would list a post that has no page.
test('nothing that renders a page reads the clock', () => {
  const readers = ['lib/blog', 'lib/share-images', 'lib/search', 'components', 'app'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter((path) => /\.tsx?$/.test(path) && !/^app\/(?:api|admin|_responses)\//.test(path))
      .filter((path) => /Date\.now\(\)|new Date\(\)/.test(readFileSync(path, 'utf8'))),
  )
  expect(readers).toEqual([])
})
