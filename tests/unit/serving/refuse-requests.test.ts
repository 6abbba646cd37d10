import { describe, expect, test } from 'vitest'
import { refusalOf } from '@/lib/serving/refuse-requests'

describe('a request is refused before Next reads it', () => {
  test.each(['/%ff', '/posts/%E0%A4%A', '/%', '/%c0%ae%c0%ae', '/a/%zz?b=c'])(
    'where its URL cannot be decoded: %s',
    (url) => {
      expect(refusalOf('GET', url)).toBe(400)
    },
  )

  test.each(['TRACE', 'TRACK', 'CONNECT'])('where no Request can have its method: %s', (method) => {
    expect(refusalOf(method, '/posts')).toBe(405)
  })

  test('where it would change a file', () => {
    expect(refusalOf('POST', '/posts/tide.md')).toBe(405)
    expect(refusalOf('DELETE', '/_quire/media/a.png')).toBe(405)
  })
})

test('every other request is left alone', () => {
  for (const url of ['/', '/posts/%E6%BD%AE', '/search?q=%ff', '/_quire/media/a.png', '/%00'])
    expect(refusalOf('GET', url)).toBeUndefined()
  expect(refusalOf('POST', '/api/comments/tide')).toBeUndefined()
  expect(refusalOf('HEAD', '/posts/tide.md')).toBeUndefined()
})
