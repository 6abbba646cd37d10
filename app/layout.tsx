import './styles/globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { DevOverlay } from '@/components/site/dev-overlay'
import { Enhancement } from '@/components/site/enhancement'
import { blog } from '@/lib/blog/blog'
import { enhancement } from '@/lib/blog/generated/enhancement'
import { directionOf } from '@/lib/direction'

const { preview, site } = blog

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
        <Enhancement head={enhancement.head} script={enhancement.script} />
      </head>
      <body>
        {children}
        <DevOverlay />
      </body>
    </html>
  )
}
