import type { Config } from '../dialect'
import { folderOf, mapOf, textOf } from './config-values'

interface HugoLanguage {
  code: string
  /** A folder with only the pages of this language. */
  contentDir?: string
}

/**
 * The languages of a configuration. Where none of several names a folder, mounts of a theme usually give each the folder
 * with its name in `content`, as Docsy's do. @see https://gohugo.io/content-management/multilingual/
 */
export function languagesOf(config: Config): HugoLanguage[] {
  const written = Object.entries(mapOf(config.languages)).map(([code, language]) => {
    const { contentDir, contentdir } = mapOf(language)
    return { code, contentDir: folderOf(contentDir ?? contentdir) }
  })
  const isNamed = written.length < 2 || written.some(({ contentDir }) => contentDir !== undefined)
  const main = folderOf(config.contentDir ?? config.contentdir) ?? 'content'
  return written.map(({ code, contentDir }) => {
    const folder = isNamed ? contentDir : `${main}/${code}`
    return { code, ...(folder && { contentDir: folder }) }
  })
}

/**
 * The language in a path: in its folder, or before the extension (`post.de.md`). Only languages of the
 * configuration count, because `v2.de.md` could be a plain name.
 * @returns the path without the name of the language
 */
export function splitHugoLanguage(path: string, config: Config): { path: string; lang?: string } {
  const languages = languagesOf(config)
  const main = textOf(config.defaultContentLanguage ?? config.defaultcontentlanguage) ?? 'en'
  const [, stem, code, extension] = /^(.+)\.([a-z]{2,3}(?:-[a-z\d]+)?)(\.[^./]+)$/i.exec(path) ?? []
  const bySuffix = languages.find((language) => language.code.toLowerCase() === code?.toLowerCase())
  if (bySuffix) {
    return { path: `${stem}${extension}`, ...(bySuffix.code !== main && { lang: bySuffix.code }) }
  }
  const byFolder = languages.find(({ contentDir }) => contentDir && path.startsWith(`${contentDir}/`))
  return { path, ...(byFolder && byFolder.code !== main && { lang: byFolder.code }) }
}
