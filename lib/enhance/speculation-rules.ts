const pages = [
  {
    where: {
      and: [
        { href_matches: '/*' },
        { not: { href_matches: ['/*.*', '/api/*', '/admin*', '/search*'] } },
        { not: { selector_matches: '[download],[rel~=nofollow],[target=_blank]' } },
      ],
    },
    eagerness: 'moderate',
  },
]

/**
 * Pages of this site are prerendered when the reader hovers over a link or touches it, so that the next page appears
 * immediately without a router; browsers that cannot prerender fetch them. Excluded are files, feeds and rendered
 * pictures, which are not pages, and pages that act or depend on a query. Must match the page exactly: `lib/delivery`
 * identifies the script by its text.
 * @see https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/script/type/speculationrules
 */
export const speculationRules = JSON.stringify({ prerender: pages, prefetch: pages })
