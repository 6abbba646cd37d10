import type { MarkdownSettings, Site, StagedPage, StagedPost } from '../model/document'
import { postUrl } from '../urls/post-url'
import { usedTags } from './blogs/own-tags'
import { paramTag } from './blogs/site-values'
import type { ReadPost } from './opened-post'
import { withPostInputs } from './tag-inputs'

/**
 * Completes the data of a file with the settings of the site.
 * @param addresses the old URLs of the post, and its redirect target
 */
export function stagePost(
  read: ReadPost,
  slug: string,
  addresses: { permalink?: string; aliases: string[]; redirectTo?: string },
  site: Site,
): StagedPost {
  const { fields, file, extra } = read
  return {
    title: fields.title,
    slug,
    date: fields.date,
    updated: fields.updated,
    summary: fields.summary,
    preamble: fields.preamble,
    tags: fields.tags ?? [],
    categories: fields.categories ?? [],
    authors: fields.authors ?? [],
    series: fields.series,
    pinned: fields.pinned ?? false,
    translationKey: fields.translationKey ?? pathKey(read) ?? permalinkKey(read),
    draft: fields.draft ?? file.draft,
    image: fields.image,
    canonical: fields.canonical,
    lang: fields.lang ?? file.lang,
    comments: fields.comments,
    thread: fields.thread,
    toc: fields.toc ?? site.defaults.toc,
    readTime: fields.readTime ?? site.defaults.readTime,
    permalink: addresses.permalink,
    aliases: addresses.aliases,
    redirectTo: addresses.redirectTo,
    extra,
    settings: settingsOf(read, site, addresses.permalink ?? postUrl(slug), addresses.permalink),
  }
}

/** @param place its slug and, in an imported blog, its old URLs */
export function stagePage(
  read: ReadPost,
  place: { slug: string; permalink?: string; aliases?: string[]; oldUrl?: string },
  site: Site,
): StagedPage {
  const { fields, file, extra } = read
  const { slug, permalink, aliases = [] } = place
  return {
    title: fields.title,
    slug,
    permalink,
    aliases: aliases.length > 0 ? aliases : undefined,
    summary: fields.summary,
    updated: fields.updated,
    draft: fields.draft ?? file.draft,
    image: fields.image,
    lang: fields.lang,
    toc: fields.toc ?? false,
    extra,
    settings: settingsOf(read, site, permalink ?? `/${slug}`, place.oldUrl),
  }
}

/** The front matter of `site.md`: the settings, and how to render the introduction below them. */
export function stageSite(
  site: Site,
  file: string,
  introLine: number,
): Site & { settings: MarkdownSettings } {
  const settings: MarkdownSettings = {
    source: { file, bodyLine: introLine, dialect: 'plain', root: file.replace(/\/[^/]*$/, '') },
    math: site.defaults.math,
    autonumber: false,
    smartPunctuation: site.smartPunctuation,
    titleIsFirstHeading: false,
    lang: site.language,
    tags: site.tags,
    ...safeHtml(site),
  }
  return { ...site, settings }
}

/** @param old its URL in the old system, if it had another */
function settingsOf(read: ReadPost, site: Site, url: string, old: string | undefined): MarkdownSettings {
  const { fields, file, blog, body, bodyLine, lines, titleIsFirstHeading } = read
  const { math, ...notation } = blog.settings.notation
  const param = blog.record.hasParams && paramTag(body, read.extra, blog.config)
  const tags = usedTags({ ...blog.ownTags, ...(param && { param }) }, body)
  const ownTags =
    tags &&
    Object.fromEntries(
      Object.entries(tags).map(([name, tag]) => [name, withPostInputs(name, tag, read, url)]),
    )
  return {
    source: {
      file: file.file,
      bodyLine,
      ...(lines && { lines }),
      dialect: blog.dialect,
      root: blog.root,
      ...(blog.settings.base && { base: blog.settings.base }),
      ...(old !== undefined && { url: old }),
    },
    math: fields.math ?? math ?? site.defaults.math,
    ...notation,
    autonumber: fields.autonumber ?? site.defaults.autonumber,
    smartPunctuation: fields.smartPunctuation ?? site.smartPunctuation,
    titleIsFirstHeading,
    lang: fields.lang ?? file.lang ?? site.language,
    tags: site.tags,
    ...safeHtml(site),
    ...(ownTags && { ownTags }),
  }
}

/** Absent where HTML is trusted, so that the texts of most sites keep their names in the cache. */
function safeHtml({ html }: Site): { safeHtml?: true } {
  return html === 'safe' ? { safeHtml: true } : {}
}

/** Files of a multilingual blog that only differ in their language are translations of one another. */
function pathKey({ file, blog }: ReadPost): string | undefined {
  let isTranslated = translated.get(blog)
  if (isTranslated === undefined) {
    isTranslated = blog.posts.some(({ lang }) => lang !== undefined)
    translated.set(blog, isTranslated)
  }
  return isTranslated ? `${blog.root}/${pathInFolder(file.addressPath, blog)}` : undefined
}

/** Where Hugo has a folder per language, translations have the same path within their folders. */
function pathInFolder(path: string, { settings }: ReadPost['blog']): string {
  const folder = settings.contentFolders?.find((each) => path.startsWith(`${each}/`))
  return folder === undefined ? path : path.slice(folder.length + 1)
}

/**
 * jekyll-polyglot takes posts with one permalink for translations of one another.
 * @see https://github.com/untra/polyglot#how-to-use-it
 */
function permalinkKey({ fields, blog }: ReadPost): string | undefined {
  const { permalink, lang } = fields
  if (permalink === undefined || lang === undefined || !Array.isArray(blog.config.languages)) return undefined
  return `${blog.root}:${permalink}`
}

/** Which blogs have files in several languages, asked once per blog. */
const translated = new WeakMap<ReadPost['blog'], boolean>()
