/** A point in time, as templates format it. All of it is UTC. */
export class GoTime {
  constructor(readonly date: Date) {}

  /** @returns undefined if the text is not a date */
  static parse(text: string): GoTime | undefined {
    const date = new Date(
      /^\d{4}-\d\d-\d\d(?!.*(?:Z|[+-]\d\d:\d\d)$)/.test(text) ? `${text.slice(0, 10)}Z` : text,
    )
    return Number.isNaN(date.getTime()) ? undefined : new GoTime(date)
  }

  addDate(years: number, months: number, days: number): GoTime {
    const { date } = this
    const moved = new Date(date)
    moved.setUTCFullYear(date.getUTCFullYear() + years, date.getUTCMonth() + months, date.getUTCDate() + days)
    return new GoTime(moved)
  }

  /** @param layout how Go would write 2 January 2006, 15:04:05 */
  format(layout: string): string {
    const { date } = this
    const two = (number: number) => String(number).padStart(2, '0')
    const hour = date.getUTCHours() % 12 || 12
    const name = (options: Intl.DateTimeFormatOptions) =>
      date.toLocaleString('en-US', { ...options, timeZone: 'UTC' })
    const written = new Map<string, () => string>([
      ['2006', () => String(date.getUTCFullYear())],
      ['06', () => two(date.getUTCFullYear() % 100)],
      ['January', () => name({ month: 'long' })],
      ['Jan', () => name({ month: 'short' })],
      ['01', () => two(date.getUTCMonth() + 1)],
      ['1', () => String(date.getUTCMonth() + 1)],
      ['Monday', () => name({ weekday: 'long' })],
      ['Mon', () => name({ weekday: 'short' })],
      ['02', () => two(date.getUTCDate())],
      ['2', () => String(date.getUTCDate())],
      ['15', () => two(date.getUTCHours())],
      ['03', () => two(hour)],
      ['3', () => String(hour)],
      ['04', () => two(date.getUTCMinutes())],
      ['05', () => two(date.getUTCSeconds())],
      ['PM', () => (date.getUTCHours() < 12 ? 'AM' : 'PM')],
      ['MST', () => 'UTC'],
      ['-0700', () => '+0000'],
      ['Z07:00', () => 'Z'],
    ])
    return layout.replaceAll(LAYOUT, (part) => written.get(part)?.() ?? part)
  }
}

const LAYOUT = /2006|January|Jan|Monday|Mon|MST|Z07:00|-0700|PM|0[1-6]|15|[123]/g
