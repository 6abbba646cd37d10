import { isOwnId, type KeptThread } from '@/lib/responses/kept/kept-comments'
import { RESPONSES_LANGUAGE, responseStrings } from '@/lib/strings/responses'
import { KeptComments } from './kept-comments'

/**
 * What readers answered, below a post: the comments that are kept in the repository, and where answers are taken a link
 * to the responses' own page. The enhancement script replaces that link, and the comments that the database holds too, by
 * what is on that page, once the reader comes near. Comments that the author wrote into the repository stay.
 */
export function Responses({ slug, lang, kept, isOpen }: Props) {
  const byHand = isOpen ? kept.filter(({ comment }) => !isOwnId(comment.id)) : []
  const replaced = kept.filter((thread) => !byHand.includes(thread))
  if (!isOpen && kept.length === 0) return null
  return (
    <>
      {byHand.length > 0 && (
        <section
          aria-label={responseStrings.earlierComments}
          className="column mt-12"
          {...languageUnless(lang)}
        >
          <KeptComments lang={RESPONSES_LANGUAGE} threads={byHand} />
        </section>
      )}
      <section
        aria-label={responseStrings.title}
        className="column mt-12"
        data-responses={isOpen ? `/api/responses/${slug}` : undefined}
        id="responses"
        {...languageUnless(lang)}
      >
        <KeptComments lang={RESPONSES_LANGUAGE} threads={replaced} />
        {isOpen && (
          <a className="frame-text" href={`/api/responses/${slug}`} rel="nofollow">
            {responseStrings.open}
          </a>
        )}
      </section>
    </>
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
