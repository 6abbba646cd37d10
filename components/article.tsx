import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import type { TextAssets } from '@/lib/blog/body/body-assets'
import { directionOf } from '@/lib/direction'
import type { Site } from '@/lib/model/document'
import type { Page, Post } from '@/lib/model/post'
import { strings } from '@/lib/strings'
import { PostBody } from './body/post-body'
import { PostDate } from './date'
import { Toc } from './toc'

/** A post or a page: its header, its contents below or beside it, its text, and what comes after. */
export function Article({ document, header, children, site, assets }: Props) {
  for (const font of assets.fonts) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: '' })
  const { body, lang, toc, updated, url } = document
  return (
    <>
      {assets.stylesheets.map((href) => (
        <link href={href} key={href} precedence="feature" rel="stylesheet" />
      ))}
      <article className="article" {...(lang !== site.language && { dir: directionOf(lang) ?? 'ltr', lang })}>
        {header}
        <Toc entries={toc} />
        <div className="prose end">
          <PostBody body={body} />
        </div>
        <footer className="frame-text text-quiet" lang={site.language}>
          {updated && (
            <p className="mt-6">
              {`${strings.updated} `}
              <PostDate date={updated} lang={site.language} />
            </p>
          )}
          <p className="address">{new URL(url, site.url).href}</p>
        </footer>
      </article>
      {children}
    </>
  )
}

interface Props {
  document: Page | Post
  header: ReactNode
  /** What follows the article, e.g. its neighbours. */
  children?: ReactNode
  site: Pick<Site, 'language' | 'url'>
  /** What this text needs beside the site's own style sheet. */
  assets: TextAssets
}
