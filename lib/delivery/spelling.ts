/**
 * Writes React's markup as a person would: attribute names in lower case (`dateTime`, `srcSet`), no value for what is
 * merely there (`hidden=""`), no slash where nothing can be closed (`<img/>`). Browsers read both alike; validators do
 * not, and it is shorter. Drawings and formulas are XML's children and stay as they are, and so does code.
 * @param html a page that React has written: every value in double quotes, `<` and `>` in them escaped
 */
export function spellPlainly(html: string): string {
  let foreign = 0
  return html.replace(
    TOKEN,
    (token, comment: string | undefined, slash: string, name: string, rest: string, code = '') => {
      if (comment !== undefined) return token
      const isForeign = name === 'svg' || name === 'math'
      if (isForeign) foreign += slash === '' ? 1 : -1
      if (slash !== '' || foreign > 0 || isForeign) return token
      return `<${name}${spellAttributes(rest)}>${code}`
    },
  )
}

function spellAttributes(text: string): string {
  let spelled = ''
  for (const [, name = '', value] of text.matchAll(ATTRIBUTE)) {
    const lower = name.toLowerCase()
    const isBare = value === undefined || (value === '' && BOOLEAN.has(lower))
    spelled += isBare ? ` ${lower}` : ` ${lower}="${value}"`
  }
  return spelled
}

/** A comment; else a tag's slash, name and attributes, with the code that follows a tag of code and is no markup. */
const TOKEN =
  /(<!--[\s\S]*?-->)|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*\/?>((?<=<(?:script|style)\b[^<>]*>)[\s\S]*?(?=<\/(?:script|style)>))?/g
const ATTRIBUTE = /([^\s"'<>/=]+)(?:="([^"]*)")?/g

/** Those that are true by being there, and `crossorigin`, whose empty value is its default. @see https://html.spec.whatwg.org/multipage/indices.html#attributes-3 */
const BOOLEAN = new Set(
  'allowfullscreen async autofocus autoplay checked controls crossorigin default defer disabled formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected'.split(
    ' ',
  ),
)
