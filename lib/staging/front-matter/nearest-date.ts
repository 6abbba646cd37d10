import { DateTime, Info } from 'luxon'
import { parseDate } from '../../dates'

/** A date as it was read, and whether it is certain. */
export interface DateReading {
  /** As `parseDate` returns it. */
  date: string
  /** False if something had to be corrected, guessed or ignored. */
  exact: boolean
}

/**
 * The date that a text most probably means, in formats that some blog system reads: the output of JavaScript and
 * `date(1)` print, days before months, names of months, times with `pm`, a date with words after it. A day that the
 * month does not have runs into the next month, as Ruby, Go and JavaScript count (`2021-02-29` is 1 March).
 * @returns undefined if the text contains no day
 */
export function nearestDate(text: string): DateReading | undefined {
  const strict = parseDate(text)
  if (strict) return { date: strict, exact: true }
  const { time, rest: withoutTime } = takeTime(text)
  for (const form of FORMS) {
    const found = form.exec(withoutTime)
    const day = found?.groups && dayOf(found.groups)
    if (!found || !day) continue
    const leftover = withoutTime.replace(found[0], ' ').replace(NOISE, '')
    const timed = parseDate(`${day.date}${time}`)
    return { date: timed ?? day.date, exact: day.exact && leftover === '' && timed !== undefined }
  }
  return undefined
}

const MONTHS = new Map([
  ...Info.months('long', { locale: 'en' }).map((name, index): [string, number] => [
    name.toLowerCase(),
    index + 1,
  ]),
  ...Info.months('short', { locale: 'en' }).map((name, index): [string, number] => [
    name.toLowerCase(),
    index + 1,
  ]),
  ['sept', 9],
])

const MONTH = `(?<m>${[...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?`
const DAY = '(?<d>\\d{1,2})(?:st|nd|rd|th)?'

/** The first that is found counts. */
const FORMS = [
  /(?<!\d)(?<y>\d{4})\s*[-/.年]\s*(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})日?(?!\d)/u,
  /(?<!\d)(?<first>\d{1,2})(?<sign>[-/.])(?<second>\d{1,2})\k<sign>(?<y>\d{4})(?!\d)/,
  new RegExp(`(?<!\\d)${DAY}\\.?\\s+(?:of\\s+)?${MONTH},?\\s+(?<y>\\d{4})(?!\\d)`, 'i'),
  new RegExp(`\\b${MONTH}\\s+${DAY},?\\s+(?<y>\\d{4})(?!\\d)`, 'i'),
]

/** Text around a date that can be ignored: weekdays, commas, the name of a zone in parentheses. */
const NOISE =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\([^()]*\btime\)|\bat\b|[,\s]/gi

/** Zones that `parseDate` does not know by name. */
const ZONES = new Map([
  ['CET', '+01:00'],
  ['CEST', '+02:00'],
  ['BST', '+01:00'],
  ['EET', '+02:00'],
  ['EEST', '+03:00'],
  ['IST', '+05:30'],
  ['JST', '+09:00'],
  ['KST', '+09:00'],
])

/** Extracts the time and its zone from a text. @returns `time` as `parseDate` wants it after a day: ` 09:30:00 +02:00` */
function takeTime(text: string): { time: string; rest: string } {
  const found =
    /(?:(?<=\d)T|(?<![\d:]))(\d{1,2}):(\d{2})(?::{1,2}(\d{2}))?(?:[.,]\d+)?(?:\s*([ap])\.?m\.?(?![a-z]))?(?:\s*(Z\b|(?:UTC|GMT)?\s*[+-]\d{1,2}(?::?\d{2})?(?!\d)|[A-Z]{3,4}\b))?/i.exec(
      text,
    )
  if (!found) return { time: '', rest: text }
  const [matched, hours = '', minutes, seconds = '00', half, zone = ''] = found
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours)
  const time = `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`
  return { time: ` ${time} ${offsetOf(zone)}`.trimEnd(), rest: text.replace(matched, ' ') }
}

function offsetOf(zone: string): string {
  const [, sign, hours, minutes = '00'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? []
  if (sign && hours) return `${sign}${hours.padStart(2, '0')}:${minutes}`
  return ZONES.get(zone.toUpperCase()) ?? zone
}

function dayOf(groups: Record<string, string>): { date: string; exact: boolean } | undefined {
  const { y, m = '', d, first, second, sign } = groups
  const written = MONTHS.get(m.toLowerCase()) ?? Number(m)
  const [month, day] = first ? orderOf(Number(first), Number(second), sign) : [written, Number(d)]
  // 2020-13-05 has its day and month the wrong way round.
  const isSwapped = month > 12 && day <= 12
  const [realMonth, realDay] = isSwapped ? [day, month] : [month, day]
  if (realMonth < 1 || realMonth > 12 || realDay < 1 || realDay > 31) return undefined
  const date = DateTime.utc(Number(y), realMonth, 1).plus({ days: realDay - 1 })
  const isAmbiguous = first !== undefined && month <= 12 && day <= 12 && month !== day
  return { date: date.toFormat('yyyy-LL-dd'), exact: !isSwapped && !isAmbiguous && date.month === realMonth }
}

/** `17-11-2018` and `17.11.2018` begin with the day; with slashes the American order is more common. */
function orderOf(first: number, second: number, sign: string | undefined): [month: number, day: number] {
  const isMonthFirst = first <= 12 && (second > 12 || sign === '/')
  return isMonthFirst ? [first, second] : [second, first]
}
