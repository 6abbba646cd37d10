import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import type { TextAssets } from '@/lib/blog/body/body-assets'
import { directionOf } from '@/lib/direction'
import type { Site } from '@/lib/model/document'
import type { Page, Post } from '@/lib/model/post'
import { interfaceLanguage, stringsFor } from '@/lib/strings'
import { PostBody } from '../body/post-body'
import { PostDate } from '../date'
import { Toc } from './toc'

/** A post or a page: its header, its table of contents, its text, and what follows. */
export function Article({ document, header, children, site, assets }: Props) {
  for (const font of assets.fonts) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: '' })
  const { body, lang, toc, updated, url } = document
  const own = interfaceLanguage(lang, site.language)
  return (
    <>
      {assets.stylesheets.map((href) => (
        <link href={href} key={href} precedence="feature" rel="stylesheet" />
      ))}
      <article
        className="article h-entry"
        {...(lang !== site.language && { dir: directionOf(lang) ?? 'ltr', lang })}
      >
        {header}
        <Toc entries={toc} lang={own} />
        <PostBody body={body} className="prose end e-content" lang={own} />
        <footer className="frame-text text-quiet" lang={own === lang ? undefined : own}>
          {updated && (
            <p className="mt-6">
              {`${stringsFor(own).updated} `}
              <PostDate className="dt-updated" date={updated} lang={own} />
            </p>
          )}
          <p className="address u-url">{new URL(url, site.url).href}</p>
        </footer>
      </article>
      {own === lang ? children : <div lang={own}>{children}</div>}
    </>
  )
}

interface Props {
  document: Page | Post
  header: ReactNode
  /** What follows the article, e.g. the previous and next post. */
  children?: ReactNode
  site: Pick<Site, 'language' | 'url'>
  /** Style sheets that this text needs in addition to the site's. */
  assets: TextAssets
}
