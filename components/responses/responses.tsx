import type { KeptThread } from '@/lib/responses/kept/kept-comments'
import { RESPONSES_LANGUAGE, responseStrings } from '@/lib/strings/responses'
import { KeptComments } from './kept-comments'

/**
 * What readers answered, below a post: the comments that are kept in the repository, and where answers are taken a link
 * to the responses' own page. The enhancement script replaces all of it by what is on that page, once the reader comes
 * near: the database holds the kept comments too.
 */
export function Responses({ slug, lang, kept, isOpen }: Props) {
  if (!isOpen && kept.length === 0) return null
  return (
    <section
      aria-label={responseStrings.title}
      className="column mt-12"
      data-responses={isOpen ? `/api/responses/${slug}` : undefined}
      id="responses"
      {...languageUnless(lang)}
    >
      <KeptComments lang={RESPONSES_LANGUAGE} threads={kept} />
      {isOpen && (
        <a className="frame-text" href={`/api/responses/${slug}`} rel="nofollow">
          {responseStrings.open}
        </a>
      )}
    </section>
  )
}

/** The language of what this section says, where it is not the page's: for screen readers and the line's direction. */
export function languageUnless(lang: string): { lang?: string; dir?: 'ltr' } {
  const isSame = new Intl.Locale(lang).language === RESPONSES_LANGUAGE
  return isSame ? {} : { lang: RESPONSES_LANGUAGE, dir: 'ltr' }
}

interface Props {
  slug: string
  /** Of the interface. */
  lang: string
  kept: readonly KeptThread[]
  /** Answers are taken. */
  isOpen: boolean
}
