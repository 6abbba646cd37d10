/**
 * Writes React's markup like a person: attribute names in lower case (`dateTime`, `srcSet`), no value for boolean
 * attributes (`hidden=""`), no slash in void elements (`<img/>`). Browsers read both the same way; validators do
 * not, and it is shorter. SVG and MathML are not changed, and neither is code.
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

/** A comment; or a tag's slash, name and attributes, including the code after a code tag, which is not markup. */
const TOKEN =
  /(<!--[\s\S]*?-->)|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*\/?>((?<=<(?:script|style)\b[^<>]*>)[\s\S]*?(?=<\/(?:script|style)>))?/g
const ATTRIBUTE = /([^\s"'<>/=]+)(?:="([^"]*)")?/g

/** Boolean attributes, and `crossorigin`, whose empty value is its default. @see https://html.spec.whatwg.org/multipage/indices.html#attributes-3 */
const BOOLEAN = new Set(
  'allowfullscreen async autofocus autoplay checked controls crossorigin default defer disabled formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected'.split(
    ' ',
  ),
)
