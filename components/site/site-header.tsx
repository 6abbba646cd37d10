import { Search } from 'lucide'
import type { Site } from '@/lib/model/document'
import { stringsFor } from '@/lib/strings'
import { Icon } from '../icon'
import { ThemeSwitch } from './theme-switch'

/** The line above every page: the site's name, the navigation, search and the theme switch. */
export function SiteHeader({ site, searchDialog }: Props) {
  const strings = stringsFor(site.language)
  return (
    <header className="site-header column flex flex-wrap items-center gap-x-4 py-4 md:py-6">
      <a className="target me-auto" href="/">
        {site.title}
      </a>
      {site.nav.length > 0 && (
        <nav aria-label={strings.siteNavigation} className="frame-text text-quiet">
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
      <div className="header-tools">
        {searchDialog && (
          <a
            aria-label={strings.search}
            className="theme-switch"
            data-search={searchDialog}
            href="/search"
            title={strings.search}
          >
            <Icon node={Search} />
          </a>
        )}
        <ThemeSwitch lang={site.language} />
      </div>
    </header>
  )
}

interface Props {
  site: Pick<Site, 'title' | 'nav' | 'language'>
  /** Root-relative URL of the dialog's script. Without one there is no link to search. */
  searchDialog?: string
}
