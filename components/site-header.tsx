import type { Site } from '@/lib/model/document'
import { stringsFor } from '@/lib/strings'
import { ThemeSwitch } from './theme-switch'

/** The one line above every page: the site's name, where to go, and the theme. */
export function SiteHeader({ site }: { site: Pick<Site, 'title' | 'nav' | 'language'> }) {
  return (
    <header className="site-header column flex flex-wrap items-center gap-x-4 py-4 md:py-6">
      <a className="target me-auto" href="/">
        {site.title}
      </a>
      {site.nav.length > 0 && (
        <nav aria-label={stringsFor(site.language).siteNavigation} className="frame-text text-quiet">
          <ul className="inline-list">
            {site.nav.map(({ label, href }) => (
              <li key={href}>
                <a className="target" href={href}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <ThemeSwitch lang={site.language} />
    </header>
  )
}
