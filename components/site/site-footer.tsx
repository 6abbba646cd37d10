import type { Site } from '@/lib/model/document'
import { stringsFor } from '@/lib/strings'

/** The line below every page: the author, and links to their other profiles. */
export function SiteFooter({ site, feed, lang, own }: Props) {
  const { name, url } = site.author
  return (
    <footer
      className="site-footer column frame-text mt-16 flex flex-wrap items-baseline justify-between gap-x-4 py-4 text-quiet"
      {...own}
    >
      <p>
        {url ? (
          <a className="h-card target" href={url} rel="author me">
            {name}
          </a>
        ) : (
          <span className="h-card">{name}</span>
        )}
      </p>
      <ul className="inline-list">
        {site.social.map(({ label, href }) => (
          <li key={href}>
            <a className="target" href={href} rel="me">
              {label}
            </a>
          </li>
        ))}
        <li>
          <a className="target" href={feed}>
            {stringsFor(lang).feed}
          </a>
        </li>
      </ul>
    </footer>
  )
}

interface Props {
  site: Pick<Site, 'author' | 'social'>
  /** URL of the feed of all posts in the page's language. */
  feed: string
  /** Of the interface. */
  lang: string
  /** If that is not the site's language. */
  own: { lang?: string; dir?: 'ltr' | 'rtl' }
}
