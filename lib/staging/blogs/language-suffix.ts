/**
 * The languages in the names of plain Markdown files: `gate.de.md` beside `gate.md` or `gate.fr.md`. A lone `node.is.md`
 * has none, since what looks like a language may be part of a name.
 * @param paths of all files
 * @returns by path: the path without the language, and the language as BCP 47
 */
export function findLanguageSuffixes(paths: readonly string[]): Map<string, { path: string; lang: string }> {
  const all = new Set(paths)
  const found = new Map<string, { path: string; lang: string }>()
  const versions = new Map<string, number>()
  for (const path of paths) {
    const [, stem, code = '', extension] = SUFFIX.exec(path) ?? []
    if (stem === undefined || !isLanguage(code)) continue
    const plain = `${stem}${extension}`
    found.set(path, { path: plain, lang: Intl.getCanonicalLocales(code)[0] ?? code })
    versions.set(plain, (versions.get(plain) ?? 0) + 1)
  }
  for (const [path, { path: plain }] of found)
    if (!all.has(plain) && (versions.get(plain) ?? 0) < 2) found.delete(path)
  return found
}

const SUFFIX = /^(.+)\.([a-z]{2}(?:-[a-z\d]{2,8})*)(\.[^./]+)$/i

function isLanguage(code: string): boolean {
  try {
    return NAMES.of(code) !== undefined
  } catch {
    return false
  }
}

/** Only knows languages that exist. */
const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
