import { DateTime, IANAZone } from 'luxon'

/**
 * Dates as authors mean them: the wall time that was written, with its offset if there is one. They are
 * stored as strings, because a `Date` would lose both, and the day would depend on the machine that builds.
 */

/**
 * Parses a date in any of the formats found in blogs.
 * @param text e.g. `2022-05-08`, `2022-5-8 9:30`, `2025-10-30T01:03:04+05:30`, `2013-05-06 02:12:52 +0200`,
 *   `8 May 2022`, `May 8, 2022`, `Sun, 08 May 2022 10:00:00 GMT`
 * @returns `2022-05-08`, or a wall time with the offset as written (`2025-10-30T01:03:04+05:30`), or undefined
 *   if it is not a calendar date. Day and month both as digits (`08/05/2022`) are ambiguous and not guessed.
 */
export function parseDate(text: string): string | undefined {
  const input = text.trim()
  const [, year, month, day, hour, minute, second, zone = ''] = NUMERIC.exec(input) ?? []
  if (year && month && day) {
    const date = `${year}-${pad(month)}-${pad(day)}`
    const time = hour && minute && `${date}T${pad(hour)}:${minute}:${second ?? '00'}`
    const offset = readOffset(zone, time || date)
    if (offset === undefined) return undefined
    if (!time && offset === '') return isDay(date) ? date : undefined
    const written = time ? `${time}${offset}` : date
    return DateTime.fromISO(written, { setZone: true }).isValid ? written : undefined
  }
  const mail = DateTime.fromRFC2822(input, { setZone: true })
  if (mail.isValid)
    return mail.toFormat(mail.offset === 0 ? "yyyy-LL-dd'T'HH:mm:ss'Z'" : "yyyy-LL-dd'T'HH:mm:ssZZ")
  for (const format of WORDED) {
    const date = DateTime.fromFormat(input, format, { zone: 'utc', locale: 'en' })
    if (date.isValid) return date.toFormat('yyyy-LL-dd')
  }
  return undefined
}

/** Whether a day written like `2024-02-29` is in the calendar. Names of files are asked so often that luxon is too slow. */
function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/** The day as written: `2025-10-30` for `2025-10-30T01:03:04+05:30`. */
export function writtenDay(date: string): string {
  return date.slice(0, 10)
}

/**
 * The day in words, the same in every zone.
 * @param date as `parseDate` returns it
 * @param language BCP 47: `en-GB` gives `8 May 2022`
 * @param form `day` omits the year, for lists grouped by year
 */
export function formatDate(date: string, language: string, form: 'full' | 'day' = 'full'): string {
  const day = DateTime.fromISO(writtenDay(date), { zone: 'utc' })
  const year = form === 'full' ? 'numeric' : undefined
  return day.setLocale(language).toLocaleString({ day: 'numeric', month: 'long', year })
}

/**
 * The moment a date names, in milliseconds since 1970.
 * @param timeZone IANA name; only used if the date has no offset. A bare day begins at midnight there.
 */
export function instantOf(date: string, timeZone: string): number {
  return DateTime.fromISO(date, { zone: timeZone, setZone: true }).toMillis()
}

/**
 * `2022-05-08`, or `2022-05-08T10:00[:00[.123]] [zone]`, also with `/`, a space or single digits.
 * The year may be repeated before the zone, as Ruby's `Time.parse` allows.
 */
const NUMERIC =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s+\1(?=\s))?\s*(\S+)?)?$/

/** Months in words: the order of day and month is clear. The formats that luxon's English locale knows. */
const WORDED = [
  'd LLLL yyyy',
  'd LLL yyyy',
  'LLLL d, yyyy',
  'LLL d, yyyy',
  'LLLL d yyyy',
  'EEEE, LLLL d, yyyy',
]

/**
 * @param time the wall time for which a named zone is resolved
 * @returns the offset in ISO form, `''` for none, undefined if the text is not an offset
 */
function readOffset(zone: string, time: string): string | undefined {
  if (zone === '') return ''
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 'Z'
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  if (sign && hours) return `${sign}${hours}:${minutes}`
  const american = AMERICAN_ZONES.get(zone.toUpperCase())
  if (american) return american
  return IANAZone.isValidZone(zone) ? DateTime.fromISO(time, { zone }).toFormat('ZZ') : undefined
}

/** The named time zones of e-mail. @see RFC 5322, 4.3 */
const AMERICAN_ZONES = new Map([
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['CST', '-06:00'],
  ['CDT', '-05:00'],
  ['MST', '-07:00'],
  ['MDT', '-06:00'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
])

function pad(figures: string): string {
  return figures.padStart(2, '0')
}
