import type { CopyLabels } from '@/lib/enhance/copy'
import type { Enhancement as Files } from '@/lib/model/enhancement'

/**
 * For the head of every page: the theme before the first paint, the deferred script, and what the browser may
 * prepare. `<html>` needs `suppressHydrationWarning`, since the theme is an attribute of it.
 */
export function Enhancement({ head, script, copy, copied }: Files & CopyLabels) {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own bundle; lib/delivery lets it in by its hash */}
      <script dangerouslySetInnerHTML={{ __html: head }} />
      <script data-copied={copied} data-copy={copy} defer src={script} />
      <script
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
        dangerouslySetInnerHTML={{ __html: JSON.stringify(speculationRules) }}
        type="speculationrules"
      />
    </>
  )
}

/**
 * Pages of this site are prepared when the reader rests on a link or touches it, so that the next page is there at
 * once without a router. Not files, feeds and rendered pictures, which are no pages, nor pages that act or depend on a query.
 * @see https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/script/type/speculationrules
 */
const speculationRules = {
  prerender: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          {
            not: { href_matches: ['/*.*', '/og/*', '/api/*', '/admin*', '/search*'] },
          },
          { not: { selector_matches: '[download],[rel~=nofollow],[target=_blank]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
}
