import type { Metadata } from 'next'
import { PostEntry } from '@/components/lists/post-entry'
import { blog } from '@/lib/blog/blog'
import { stringsFor } from '@/lib/strings'
import { SiteFrame } from '../_frame/site-frame'

const { language } = blog.site
const strings = stringsFor(language)

export const metadata: Metadata = { title: strings.search, robots: { index: false } }

/**
 * The form, which works without JavaScript. With `?q=` the route `/api/search` replaces the sample by the results; the
 * sample is here so that the page includes the styles of an entry.
 */
export default function SearchPage() {
  const [sample] = blog.listPosts()
  return (
    <SiteFrame>
      <div className="column">
        <h1>{strings.search}</h1>
        <search>
          <form action="/search" className="mt-4 flex gap-4">
            <input
              aria-label={strings.searchFor}
              className="search-field"
              dir="auto"
              name="q"
              type="search"
            />
            <button className="target frame-text" type="submit">
              {strings.search}
            </button>
          </form>
        </search>
        <div data-search-results="" hidden>
          <p className="frame-text mt-4 text-quiet" />
          <ul className="plain-list mt-4 grid gap-y-3">
            {sample && <PostEntry form="full" post={sample} siteLang={language} />}
          </ul>
        </div>
      </div>
    </SiteFrame>
  )
}
