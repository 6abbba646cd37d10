import { afterEach, expect, test, vi } from 'vitest'
import { fail } from '@/lib/cli/output/fail'
import { AuthorError } from '@/lib/model/author-error'

afterEach(() => {
  process.exitCode = undefined
  vi.restoreAllMocks()
})

test.each([
  ['the first line of any other error', new Error('no such file\n    at somewhere'), ['error: no such file']],
  [
    'every line that was written for the author',
    new AuthorError('Two pages cannot be served.\n  /a: a script\n  /b: a script'),
    ['error: Two pages cannot be served.', '  /a: a script', '  /b: a script'],
  ],
])('a command that fails prints %s', (_, error, lines) => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  fail(error)
  expect(printed.mock.calls.flat()).toEqual(lines)
  expect(process.exitCode).toBe(1)
})
