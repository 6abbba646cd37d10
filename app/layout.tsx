import './styles/globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { DevOverlay } from '@/components/site/dev-overlay'
import { Enhancement } from '@/components/site/enhancement'
import { PreviewBar } from '@/components/site/preview-bar'
import { SiteFooter } from '@/components/site/site-footer'
import { SiteHeader } from '@/components/site/site-header'
import { blog } from '@/lib/blog/blog'
import { enhancement } from '@/lib/blog/generated/enhancement'
import { searchUrls } from '@/lib/blog/generated/search-urls'
import { directionOf } from '@/lib/direction'
import { stringsFor } from '@/lib/strings'

const { preview, site } = blog
const strings = stringsFor(site.language)

export const metadata: Metadata = {
  metadataBase: new URL(site.url),
  title: { default: site.title, template: `%s — ${site.title}` },
  description: site.description,
  authors: [site.author],
  ...(preview && { robots: { index: false } }),
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  // The background colour of app/styles/theme.css, for the browser's interface.
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#12100d' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The chosen theme is set here before React hydrates, on the few pages where it does.
    <html dir={directionOf(site.language)} lang={site.language} suppressHydrationWarning>
      <head>
        <Enhancement
          head={enhancement.head}
          script={enhancement.script}
          copied={strings.copied}
          copy={strings.copyCode}
          share={strings.share}
        />
      </head>
      <body>
        <a className="skip" href="#main">
          {strings.skip}
        </a>
        {preview && <PreviewBar {...preview} lang={site.language} />}
        <SiteHeader searchDialog={blog.listPosts().length > 0 ? searchUrls?.dialog : undefined} site={site} />
        <main id="main">{children}</main>
        <SiteFooter site={site} />
        <DevOverlay />
      </body>
    </html>
  )
}
