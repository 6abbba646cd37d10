import { describe, expect, test } from 'vitest'
import { formatDate, instantOf, parseDate, writtenDay } from '@/lib/dates'

describe('parseDate', () => {
  test.each([
    ['2022-05-08', '2022-05-08'],
    ['2022-5-8', '2022-05-08'],
    ['2022/05/08', '2022-05-08'],
    ['2022-05-08 9:30', '2022-05-08T09:30:00'],
    ['2022-05-08T09:30:15.123Z', '2022-05-08T09:30:15Z'],
    ['2013-05-06 02:12:52 +0200', '2013-05-06T02:12:52+02:00'],
    ['2025-10-30T01:03:04+05:30', '2025-10-30T01:03:04+05:30'],
    ['2015-11-01 10:00:00 UTC', '2015-11-01T10:00:00Z'],
    ['2023-01-29 18:30:22 2023 -0800', '2023-01-29T18:30:22-08:00'],
    ['2015-07-01 10:00 PDT', '2015-07-01T10:00:00-07:00'],
    ['2015-07-01 10:00 Europe/Berlin', '2015-07-01T10:00:00+02:00'],
    ['8 May 2022', '2022-05-08'],
    ['May 8, 2022', '2022-05-08'],
    ['Sun, 08 May 2022 10:00:00 +0530', '2022-05-08T10:00:00+05:30'],
    ['Sun, 08 May 2022 10:00:00 GMT', '2022-05-08T10:00:00Z'],
  ])('reads %s', (written, date) => {
    expect(parseDate(written)).toBe(date)
  })

  test.each([
    'yesterday',
    '2023-02-31',
    '2023-13-01',
    '2023-01-01 25:00',
    '08/05/2022',
    '2022',
    '',
    '2022-05-08 10:00 soon',
  ])('does not read %j as a date', (written) => {
    expect(parseDate(written)).toBeUndefined()
  })
})

describe('the written day', () => {
  test('stays for +05:30, although it is still the day before in UTC', () => {
    expect(writtenDay('2025-10-30T01:03:04+05:30')).toBe('2025-10-30')
    expect(formatDate('2025-10-30T01:03:04+05:30', 'en-GB')).toBe('30 October 2025')
  })

  test('stays the same in every time zone of the machine', () => {
    const zone = process.env.TZ
    try {
      for (process.env.TZ of ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC']) {
        expect(formatDate('2022-05-08', 'en-GB')).toBe('8 May 2022')
        expect(formatDate(parseDate('Sun, 08 May 2022 23:30:00 -1000') ?? '', 'en-US')).toBe('May 8, 2022')
      }
    } finally {
      process.env.TZ = zone
    }
  })

  test('is shown in the language of the text', () => {
    expect(formatDate('2022-05-08', 'de')).toBe('8. Mai 2022')
  })
})

describe('instantOf', () => {
  test('uses the written offset', () => {
    expect(instantOf('2025-10-30T01:03:04+05:30', 'America/New_York')).toBe(Date.UTC(2025, 9, 29, 19, 33, 4))
  })

  test('starts a day without a time at midnight in the site’s time zone', () => {
    expect(instantOf('2022-05-08', 'Asia/Kolkata')).toBe(Date.UTC(2022, 4, 7, 18, 30))
  })
})
