import { isOwnId, type KeptThread } from '@/lib/responses/kept/kept-thread'
import { responseLanguage, responseStringsFor } from '@/lib/strings/responses'
import { KeptComments } from './kept-comments'

/**
 * The responses below a post: the comments stored in the repository, and a link to the page of all responses if they
 * are on. When the reader scrolls near, the enhancement script replaces that link, and comments that are also in the
 * database, by the content of that page. Comments that the author added to the repository stay.
 */
export function Responses({ slug, lang, kept, isOpen }: Props) {
  const byHand = isOpen ? kept.filter(({ comment }) => !isOwnId(comment.id)) : []
  const replaced = kept.filter((thread) => !byHand.includes(thread))
  if (!isOpen && kept.length === 0) return null
  const say = responseStringsFor(lang)
  const spoken = responseLanguage(lang)
  return (
    <>
      {byHand.length > 0 && (
        <section aria-label={say.earlierComments} className="column mt-12" {...languageUnless(lang)}>
          <KeptComments lang={spoken} threads={byHand} />
        </section>
      )}
      <section
        aria-label={say.title}
        className="column mt-12"
        data-responses={isOpen ? `/api/responses/${slug}` : undefined}
        id="responses"
        {...languageUnless(lang)}
      >
        <KeptComments lang={spoken} threads={replaced} />
        {isOpen && (
          <a className="frame-text" href={`/api/responses/${slug}`} rel="nofollow">
            {say.open}
          </a>
        )}
      </section>
    </>
  )
}

/**
 * The language of this section's strings, if it differs from the page's: for screen readers and the direction of text.
 */
export function languageUnless(lang: string): { lang?: string; dir?: 'ltr' } {
  const spoken = responseLanguage(lang)
  return spoken === lang ? {} : { lang: spoken, dir: 'ltr' }
}

interface Props {
  slug: string
  /** Of the interface. */
  lang: string
  kept: readonly KeptThread[]
  /** Responses are on. */
  isOpen: boolean
}
