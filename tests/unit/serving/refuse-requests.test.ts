import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adjustConditions, refusalOf } from '@/lib/serving/refuse-requests'
import { readRange, servedFileSize } from '@/lib/serving/served-file'

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

describe('a request for a part of a file', () => {
  test.each([
    ['bytes=0-9', 'bytes=0-9'],
    ['bytes=90-', 'bytes=90-99'],
    ['bytes=-10', 'bytes=90-99'],
    ['bytes=-1000', 'bytes=0-99'],
    ['bytes=50-1000', 'bytes=50-99'],
    ['bytes=200-, 5-6', 'bytes=5-6'],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=99999999999999999999-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-1,2-', undefined],
    ['bytes=', undefined],
    ['bytes=a-b', undefined],
    ['lines=1-2', undefined],
  ])('%s of 100 bytes is %s', (header, expected) => {
    expect(readRange(header, 100)).toBe(expected)
  })

  test('is refused with the size where the file is shorter, and not where it may have changed since', () => {
    const sizeOf = () => 100
    expect(adjustConditions('/a.mp4', { range: 'bytes=100-' }, sizeOf)).toBe(100)
    const changed = { range: 'bytes=100-', 'if-range': '"x"' }
    expect(adjustConditions('/a.mp4', changed, sizeOf)).toBeUndefined()
    expect(changed).not.toHaveProperty('range')
    const page = { range: 'bytes=100-', 'if-match': '"x"' }
    expect(adjustConditions('/posts', page, () => undefined)).toBeUndefined()
    expect(page).toHaveProperty('range')
  })

  test('looks at no file outside of what is served', () => {
    const project = mkdtempSync(join(tmpdir(), 'quire-served-'))
    try {
      mkdirSync(join(project, 'public'))
      writeFileSync(join(project, 'public', 'tide é.txt'), 'four')
      writeFileSync(join(project, 'secret.txt'), 'secret')
      expect(servedFileSize('/tide%20%C3%A9.txt', project)).toBe(4)
      for (const path of [
        ...[
          '/../secret.txt',
          '/%2e%2e/secret.txt',
          '/_next/static/../../secret.txt',
          '/%00',
          '/%ff',
          '/',
          '',
        ],
        `/${'a'.repeat(5000)}`,
      ])
        expect(servedFileSize(path, project), path).toBeUndefined()
    } finally {
      rmSync(project, { recursive: true })
    }
  })
})
