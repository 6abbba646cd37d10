import { describe, expect, test } from 'vitest'
import { listChanges } from '@/lib/blog/changes'
import type { ChangedFile } from '@/lib/model/branch-changes'
import { makePost } from './make-blog'

const posts = [
  makePost({ slug: 'lock', title: 'The lock', file: 'content/posts/lock.md' }),
  makePost({ slug: 'tides', title: 'Tides', file: 'content/posts/tides/index.md' }),
  makePost({ slug: 'forward', title: 'Forward', file: 'content/posts/forward.md' }),
]

describe('listChanges', () => {
  test('lists documents with their pages, and pictures by their posts', () => {
    const changes = list([
      { path: 'content/posts/tides/moon.png', change: 'new' },
      { path: 'content/posts/lock.md', change: 'new' },
      { path: 'content/posts/old.md', change: 'removed', title: 'An old one' },
      { path: 'content/posts/forward.md', change: 'edited' },
      { path: 'content/site.yaml', change: 'edited' },
    ])
    expect(changes?.documents).toEqual([
      { change: 'removed', title: 'An old one', file: 'content/posts/old.md' },
      { change: 'edited', title: 'Forward', file: 'content/posts/forward.md' },
      { change: 'new', title: 'The lock', file: 'content/posts/lock.md', url: '/posts/lock' },
      { change: 'edited', title: 'Tides', file: 'content/posts/tides/index.md', url: '/posts/tides' },
    ])
    expect(changes?.others).toEqual(['content/site.yaml'])
  })

  test('marks a new post as new, whatever else is new in its folder', () => {
    const changes = list([
      { path: 'content/posts/tides/a.png', change: 'new' },
      { path: 'content/posts/tides/index.md', change: 'new' },
    ])
    expect(changes?.documents).toMatchObject([{ change: 'new', url: '/posts/tides' }])
  })

  test('is undefined if the changes are not known', () => {
    expect(listChanges({ outcome: 'unknown' }, { posts, pages: [] }, () => true)).toBeUndefined()
    expect(listChanges(undefined, { posts, pages: [] }, () => true)).toBeUndefined()
  })
})

function list(files: ChangedFile[]) {
  const changes = { outcome: 'listed', since: { branch: 'main' }, files } as const
  return listChanges(changes, { posts, pages: [] }, (url) => url !== '/posts/forward')
}
