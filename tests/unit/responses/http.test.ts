import { describe, expect, test } from 'vitest'
import { isOwnRequest } from '@/lib/responses/http/is-own-request'
import { readForm } from '@/lib/responses/http/read-form'

const post = (body: BodyInit, type?: string) =>
  new Request('https://blog.example/api/x', {
    method: 'POST',
    body,
    headers: type ? { 'content-type': type } : {},
  })

describe('a form', () => {
  test('is read in either of the two encodings', async () => {
    const data = new FormData()
    data.set('name', 'Ada')
    data.set('file', new Blob(['x']), 'x.txt')
    const both = await Promise.all([readForm(post(new URLSearchParams('name=Ada'))), readForm(post(data))])
    for (const read of both) expect(read).toEqual({ outcome: 'form', fields: new Map([['name', 'Ada']]) })
  })

  test('has uniform line endings and no control characters', async () => {
    const read = await readForm(post(new URLSearchParams({ text: 'a\r\nb\rc\u202Ed\u0000e\u0301' })))
    expect(read.outcome === 'form' && read.fields.get('text')).toBe('a\nb\ncdé')
  })

  test('in another encoding is read with replacement characters, never refused', async () => {
    const read = await readForm(post('name=%E9t%E9', 'application/x-www-form-urlencoded'))
    expect(read.outcome === 'form' && read.fields.get('name')).toBe('�t�')
  })

  test('with a repeated field counts its first value', async () => {
    const read = await readForm(post(new URLSearchParams('a=1&a=2')))
    expect(read.outcome === 'form' && read.fields.get('a')).toBe('1')
  })

  test.each([
    ['{"a":1}', 'application/json'],
    ['a=1', 'text/plain'],
    ['--no', 'multipart/form-data; boundary=x'],
    ['', ''],
  ])('%j as %j is none', async (body, type) => {
    expect((await readForm(post(body, type))).outcome).toBe('wrong-type')
  })

  test('that is too long is not read completely', async () => {
    let pulled = 0
    const endless = new ReadableStream({
      pull(controller) {
        pulled++
        controller.enqueue(new Uint8Array(10_000))
      },
    })
    const request = new Request('https://blog.example/', {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      duplex: 'half',
    } as RequestInit)
    expect((await readForm(request)).outcome).toBe('too-large')
    expect(pulled).toBeLessThan(20)
  })
})

describe('a request that changes something', () => {
  const from = (headers: Record<string, string>) =>
    isOwnRequest(new Request('https://blog.example/api/x', { headers: { host: 'blog.example', ...headers } }))

  test.each([
    [{}, true],
    [{ origin: 'https://blog.example' }, true],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: 'https://evil.example' }, false],
    [{ origin: 'null' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://blog.example' }, false],
    [{ origin: 'https://blog.example', 'x-forwarded-host': 'blog.example, proxy.internal' }, true],
  ])('with %j comes from this site: %s', (headers, own) => {
    expect(from(headers as Record<string, string>)).toBe(own)
  })
})
