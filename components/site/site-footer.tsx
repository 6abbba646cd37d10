import type { Site } from '@/lib/model/document'
import { stringsFor } from '@/lib/strings'

/** The line below every page: the author, and links to their other profiles. */
export function SiteFooter({ site }: { site: Pick<Site, 'author' | 'language' | 'social'> }) {
  const { name, url } = site.author
  return (
    <footer className="site-footer column frame-text mt-16 flex flex-wrap items-baseline justify-between gap-x-4 py-4 text-quiet">
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
          <a className="target" href="/rss.xml">
            {stringsFor(site.language).feed}
          </a>
        </li>
      </ul>
    </footer>
  )
}
