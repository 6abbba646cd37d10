/**
 * Writes the language of a page's content on `<html>` if it differs from the site's, which the layout renders there
 * without knowing the page. The parts around the content declare their language where it is another one.
 * @param html as `spellPlainly` returns it
 */
export function hoistLanguage(html: string): string {
  const [, attributes = ''] = CONTENT.exec(html) ?? []
  const own = languageOf(attributes)
  const frame = languageOf(/<html([^>]*)>/.exec(html)?.[1] ?? '')
  if (!own.lang || !frame.lang || own.lang === frame.lang) return html
  return html
    .replace(/<html([^>]*)>/, (_, rest: string) => `<html${write(own)}${without(rest)}>`)
    .replace(FRAME, (_, start: string, rest: string) => {
      const declared = languageOf(rest)
      const language = declared.lang ? declared : frame
      return `${start}${language.lang === own.lang ? '' : write(language)}${without(rest)}>`
    })
}

/** The element in `<main>` that holds the content: after structured data and links to style sheets. */
const CONTENT =
  /<main [^>]*id="main"[^>]*>(?:<script\b[^>]*>[^<]*<\/script>|<link\b[^>]*>)*<(?:article|div)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*>/

/** The skip link, the header, the footer and the bar of a preview. */
const FRAME = /(<(?:a class="skip"|(?:header|footer) class="site-[^"]*"|p class="preview-bar[^"]*"))([^>]*)>/g

function languageOf(attributes: string): Language {
  return {
    lang: /\slang="([^"]*)"/.exec(attributes)?.[1],
    dir: /\sdir="([^"]*)"/.exec(attributes)?.[1] ?? 'ltr',
  }
}

function write({ lang, dir }: Language): string {
  return ` lang="${lang}" dir="${dir}"`
}

function without(attributes: string): string {
  return attributes.replace(/\s(?:lang|dir)="[^"]*"/g, '')
}

interface Language {
  lang?: string
  dir: string
}
