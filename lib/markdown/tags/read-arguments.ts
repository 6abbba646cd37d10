import { emptyRecord } from '../../model/records'
/** The arguments of a tag, in the order written. */
export interface TagArguments {
  positional: string[]
  /** Names in lower case. */
  named: Record<string, string>
}

/**
 * Reads the arguments of any dialect's tag: words, `"quoted"`, `'quoted'` and `` `quoted` `` ones, `name=value`
 * (Hugo, Jekyll) and `name:value` (Octopress).
 * @param text what follows the tag's name
 */
export function readArguments(text: string): TagArguments {
  const positional: string[] = []
  const named = emptyRecord<string>()
  for (const match of text.matchAll(ARGUMENT)) {
    const { name, double, single, back, typographic, word } = match.groups ?? {}
    const value = unescapeQuotes(double ?? single ?? typographic) ?? back ?? word ?? ''
    if (name !== undefined) named[name.toLowerCase()] = value
    else positional.push(value)
  }
  return { positional, named }
}

/** A name is not the scheme of a URL: `https://x` is a word. Commas between arguments are not part of them. */
const ARGUMENT =
  /(?:(?<name>[A-Za-z_][\w-]*)\s*(?:=|:(?!\/\/))\s*)?(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'|`(?<back>[^`]*)`|“(?<typographic>[^”]*)”|(?<word>[^\s"'`]\S*))/g

function unescapeQuotes(text: string | undefined): string | undefined {
  return text?.replaceAll(/\\(["'\\])/g, '$1')
}
