/**
 * Pages of this site are prepared when the reader rests on a link or touches it, so that the next page is there at
 * once without a router. Not files, feeds and rendered pictures, which are no pages, nor pages that act or depend on
 * a query. As it is in the page: `lib/delivery` knows the script by its text.
 * @see https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/script/type/speculationrules
 */
export const speculationRules = JSON.stringify({
  prerender: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: ['/*.*', '/og/*', '/api/*', '/admin*', '/search*'] } },
          { not: { selector_matches: '[download],[rel~=nofollow],[target=_blank]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
})
