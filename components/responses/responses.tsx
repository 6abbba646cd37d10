import { responseStrings } from '@/lib/strings/responses'

/**
 * The place for responses below a post: a link to their own page, which the enhancement script replaces by what stands
 * there, once the reader comes near.
 */
export function Responses({ slug }: { slug: string }) {
  return (
    <section
      aria-label={responseStrings.title}
      className="column mt-12"
      data-responses={`/api/responses/${slug}`}
      id="responses"
    >
      <a className="frame-text" href={`/api/responses/${slug}`} rel="nofollow">
        {responseStrings.open}
      </a>
    </section>
  )
}
