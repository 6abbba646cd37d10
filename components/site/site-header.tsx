import { Search } from 'lucide'
import type { Site } from '@/lib/model/document'
import { stringsFor } from '@/lib/strings'
import { Icon } from '../icon'
import { ThemeSwitch } from './theme-switch'

/** The line above every page: the site's name, the navigation, search and the theme switch. */
export function SiteHeader({ title, home, nav, lang, own, searchDialog }: Props) {
  const strings = stringsFor(lang)
  return (
    <header className="site-header column flex flex-wrap items-center gap-x-1 py-4 md:py-6" {...own}>
      <a className="target me-auto" href={home}>
        {title}
      </a>
      {nav.length > 0 && (
        <nav aria-label={strings.siteNavigation} className="frame-text text-quiet">
          <ul className="inline-list">
            {nav.map(({ label, href }) => (
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
        <ThemeSwitch lang={lang} />
      </div>
    </header>
  )
}

interface Props {
  /** Of the site. */
  title: string
  /** URL of the home page in the page's language. */
  home: string
  nav: Site['nav']
  /** Of the interface. */
  lang: string
  /** If that is not the site's language. */
  own: { lang?: string; dir?: 'ltr' | 'rtl' }
  /** Root-relative URL of the dialog's script. Without one there is no link to search. */
  searchDialog?: string
}
