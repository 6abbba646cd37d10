export const dynamic = 'force-static'

/** The style of a feed opened in a browser: titles, dates and texts in order, without machine-readable parts. */
export function GET() {
  return new Response(CSS, { headers: { 'content-type': 'text/css; charset=utf-8' } })
}

const CSS = `:root { color-scheme: light dark; }
rss, feed { display: block; max-width: 40rem; margin: 2rem auto; padding: 0 1.25rem; font: 1.1rem/1.6 Georgia, serif; }
channel > *, feed > *, item > *, entry > * { display: none; }
channel > title, feed > title { display: block; font-size: 1.9rem; line-height: 1.15; }
channel > description, feed > subtitle { display: block; margin-block: .5rem 2rem; opacity: .7; }
item, entry { display: block !important; margin-block: 1.2rem; }
item > title, entry > title { display: block; font-size: 1.25rem; }
item > link, item > pubDate, entry > id, entry > published { display: block; font: .85rem/1.5 system-ui, sans-serif; opacity: .7; overflow-wrap: anywhere; }
item > description, entry > summary { display: block; }
/* As in the pages that link here: a cross-fade to a page without this rule is an error in the browser’s console. */
@view-transition { navigation: auto; }
`
