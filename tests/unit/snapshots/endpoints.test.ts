import { describe, expect, test } from 'vitest'
import { defaultEndpoints, parseEndpoints } from '../../../lib/snapshots/endpoints'

describe('naming other servers', () => {
  test('replaces the named ones', () => {
    expect(parseEndpoints('tweet=http://127.0.0.1:1, github=http://127.0.0.1:2/?a=b')).toEqual({
      ...defaultEndpoints,
      tweet: 'http://127.0.0.1:1',
      github: 'http://127.0.0.1:2/?a=b',
    })
  })

  test('replaces none by default', () => {
    expect(parseEndpoints('')).toEqual(defaultEndpoints)
  })

  test.each(['tweet', 'tweet=', 'tweet=ftp://127.0.0.1', '__proto__=http://127.0.0.1', 'x=http://127.0.0.1'])(
    'rejects %s',
    (list) => expect(() => parseEndpoints(list)).toThrow('must be site=address'),
  )
})
