import type { ReactNode } from 'react'
import { PreviewBar } from '@/components/site/preview-bar'
import { SiteFooter } from '@/components/site/site-footer'
import { SiteHeader } from '@/components/site/site-header'
import { blog } from '@/lib/blog/blog'
import { searchUrls } from '@/lib/blog/generated/search-urls'
import { localizeNavigation } from '@/lib/blog/lists/navigation'
import { LABELS } from '@/lib/enhance/labels'
import { interfaceLanguage, stringsFor } from '@/lib/strings'
import { pageLanguage } from '../_lists/page-language'

/**
 * What is around the content of every page, in the language of the content if there is a translation. A layout cannot
 * do this, because it does not know the page.
 */
export function SiteFrame({ lang = blog.site.language, prefix = '', children }: Props) {
  const { preview, site } = blog
  const language = interfaceLanguage(lang, site.language)
  const strings = stringsFor(language)
  const own = pageLanguage({ language })
  return (
    <>
      <a className="skip" href="#main" {...own}>
        {strings.skip}
      </a>
      {preview && <PreviewBar {...preview} lang={site.language} />}
      <SiteHeader
        home={prefix || '/'}
        lang={language}
        nav={localizeNavigation(site, { language, prefix })}
        own={own}
        searchDialog={blog.listPosts().length > 0 ? searchUrls?.dialog : undefined}
        title={site.title}
      />
      <main
        data-copied={strings.copied === LABELS.copied ? undefined : strings.copied}
        data-copy={strings.copyCode === LABELS.copy ? undefined : strings.copyCode}
        data-share={strings.share === LABELS.share ? undefined : strings.share}
        id="main"
      >
        {children}
      </main>
      <SiteFooter feed={`${prefix}/rss.xml`} lang={language} own={own} site={site} />
    </>
  )
}

interface Props {
  /** Of the content, BCP 47; the site's by default. */
  lang?: string
  /** Of the URLs of the lists in that language: empty in the main one. */
  prefix?: string
  children: ReactNode
}
