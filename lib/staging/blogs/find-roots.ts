import type { Dialect } from '../../model/document'

/** A folder that some system's file or folder marks as the root of a blog. */
export interface RootMark {
  /** Relative to the content folder; `''` for that folder itself. */
  folder: string
  dialect: Dialect
  /** What told: `_config.yml`, `hugo.toml`, `_posts/`, `.obsidian/`. */
  knownBy: string
}

/**
 * Finds the roots of old blogs by what each system leaves in its root.
 * @param paths every file of the content folder
 * @param vaults folders that hold an `.obsidian` folder
 * @param readConfig the text of a file, for the one name that two systems share
 */
export async function findRoots(
  paths: readonly string[],
  vaults: readonly string[],
  readConfig: (path: string) => Promise<string>,
): Promise<RootMark[]> {
  const marks = new Map<string, RootMark>()
  for (const { pattern, dialect, knownBy } of MARKS) {
    for (const path of paths) {
      const match = pattern.exec(path)
      const folder = (match?.[1] ?? '').replace(/\/$/, '')
      if (match && !marks.has(folder))
        marks.set(folder, { folder, dialect, knownBy: knownBy ?? match[2] ?? '' })
    }
  }
  for (const folder of vaults) {
    if (!marks.has(folder)) marks.set(folder, { folder, dialect: 'obsidian', knownBy: '.obsidian/' })
  }
  for (const mark of marks.values()) {
    const prefix = mark.folder && `${mark.folder}/`
    const has = (path: string) => paths.some((other) => other.startsWith(prefix + path))
    if (mark.dialect === 'jekyll' && OCTOPRESS.some(has)) mark.dialect = 'octopress'
    if (!/^config\.(?:toml|ya?ml)$/.test(mark.knownBy)) continue
    // Anybody may have a `config.yaml`; Hugo's and Zola's stands beside `content/`.
    if (!has('content/')) marks.delete(mark.folder)
    // Hugo writes `baseURL`, Zola demands `base_url`.
    else if (/^\s*base_url\s*=/m.test(await readConfig(prefix + mark.knownBy))) mark.dialect = 'zola'
  }
  return [...marks.values()]
}

/** First match wins for a folder: a configuration says more than a folder's name. The second group is what told. */
const MARKS: { pattern: RegExp; dialect: Dialect; knownBy?: string }[] = [
  { pattern: /^(.*\/|)(_config\.ya?ml)$/, dialect: 'jekyll' },
  { pattern: /^(.*\/|)(hugo\.(?:toml|ya?ml|json))$/, dialect: 'hugo' },
  { pattern: /^(.*\/|)(config\.(?:toml|ya?ml))$/, dialect: 'hugo' },
  { pattern: /^(.*\/|)config\/_default\/[^/]+$/, dialect: 'hugo', knownBy: 'config/_default/' },
  { pattern: /^(.*\/|)source\/_posts\//, dialect: 'octopress', knownBy: 'source/_posts/' },
  { pattern: /^(.*?\/|)_posts\//, dialect: 'jekyll', knownBy: '_posts/' },
]

/** What only Octopress has. */
const OCTOPRESS = ['source/_posts/', '.themes/', 'plugins/octopress_filters.rb', 'octopress.rb']
