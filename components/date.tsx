import { formatDate } from '@/lib/dates'

/**
 * A date as the author wrote it, formatted for a language, independent of the build machine's time zone.
 * @param form `day` omits the year, for lists grouped by year.
 */
export function PostDate({ date, lang, form = 'full', className }: Props) {
  return (
    <time className={className} dateTime={date} dir="auto">
      {formatDate(date, lang, form)}
    </time>
  )
}

interface Props {
  /** `2022-05-08`, or a local time with its offset. */
  date: string
  /** BCP 47. */
  lang: string
  form?: 'full' | 'day'
  className?: string
}
