import { blog } from '@/lib/blog/blog'
import { stringsFor } from '@/lib/strings'

export const dynamic = 'force-static'

/**
 * The style of a feed opened in a browser: what it is, then titles, dates and texts in order, without machine-readable
 * parts.
 */
export function GET() {
  return new Response(CSS, { headers: { 'content-type': 'text/css; charset=utf-8' } })
}

const help = JSON.stringify(stringsFor(blog.site.language).feedHelp)

const CSS = `:root { color-scheme: light dark; background: light-dark(#fbfaf7, #12100d); color: light-dark(#211e19, #dfdcd6); }
rss, feed { display: block; max-width: 33rem; margin: 0 auto; padding: 2rem 1.25rem; font: 1.1rem/1.6 "Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, Georgia, serif; overflow-wrap: anywhere; }
rss::before, feed::before { content: ${help}; display: block; margin-block-end: 2rem; padding-block-end: .6rem; border-block-end: 1px solid light-dark(#dedcd7, #312e28); font: .85rem/1.5 system-ui, sans-serif; }
channel > *, feed > *, item > *, entry > * { display: none; }
channel > title, feed > title { display: block; font-size: 1.9rem; line-height: 1.15; }
channel > description, feed > subtitle { display: block; margin-block: .5rem 2rem; opacity: .75; }
item, entry { display: block !important; margin-block: 1.4rem; }
item > title, entry > title { display: block; font-size: 1.25rem; line-height: 1.3; }
item > link, item > pubDate, entry > id, entry > published { display: block; font: .85rem/1.5 system-ui, sans-serif; opacity: .75; }
item > description, entry > summary { display: block; }
/* As in the pages that link here: a cross-fade to a page without this rule is an error in the browser’s console. */
@view-transition { navigation: auto; }
`
