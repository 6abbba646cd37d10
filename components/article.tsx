import type { ReactNode } from 'react'
import type { Page, Post } from '@/lib/post'
import type { Site } from '@/lib/source/document'
import { strings } from '@/lib/strings'
import { PostDate } from './date'
import { PostBody } from './post-body'
import { TocAside, TocFold } from './toc'

/** A post or a page: its header, its contents below or beside it, its text, and what comes after. */
export function Article({ document, header, children, site, stylesheets }: Props) {
  const { body, lang, toc, updated, url } = document
  return (
    <>
      {stylesheets.map((href) => (
        <link href={href} key={href} precedence="feature" rel="stylesheet" />
      ))}
      <article className="article" dir={directionOf(lang)} lang={lang === site.language ? undefined : lang}>
        {header}
        <TocFold entries={toc} />
        <TocAside entries={toc} />
        <div className="prose end">
          <PostBody body={body} />
        </div>
        {updated && (
          <p className="frame-text mt-6 text-quiet" lang={site.language}>
            {`${strings.updated} `}
            <PostDate date={updated} lang={site.language} />
          </p>
        )}
        <p className="address">{new URL(url, site.url).href}</p>
      </article>
      {children}
    </>
  )
}

/** Undefined for left to right, which the page is without being told. */
function directionOf(lang: string): 'rtl' | undefined {
  return RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : undefined
}

/** ISO 15924 codes of the scripts in use that run from right to left. */
const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'])

interface Props {
  document: Page | Post
  header: ReactNode
  /** What follows the article, e.g. its neighbours. */
  children?: ReactNode
  site: Pick<Site, 'language' | 'url'>
  /** Addresses of the style sheets that this text needs beside the site's. */
  stylesheets: readonly string[]
}
