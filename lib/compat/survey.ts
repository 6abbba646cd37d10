import { type RenderedMarkdown, renderMarkdown } from '../markdown/render'
import type { MarkdownSettings, StagedPost } from '../model/document'
import { type Problem, sortProblems } from '../model/problem'
import type { Feature } from '../model/rendered'
import type { RenderedDocument } from '../references/documents'
import { findFile } from '../references/files'
import { makeLinkContext } from '../references/link-context'
import { resolveLinks } from '../references/links'
import { isElsewhere, missingPicture } from '../references/own-files'
import type { Blog } from '../staging/blogs/blog'
import type { FrontMatter } from '../staging/front-matter/read-front-matter'
import { type Content, readContent } from '../staging/read-content'
import { stagedBlog } from '../staging/stage'
import { countEach } from './count-each'

/** How a folder of posts would be read. */
export interface Survey {
  blogs: Pick<Blog, 'root' | 'dialect' | 'detectedBy' | 'settings'>[]
  posts: number
  drafts: number
  dated: number
  tagged: number
  /** How many posts use each kind. */
  frontMatter: Partial<Record<FrontMatter['format'], number>>
  /** How many documents contain each. */
  features: Partial<Record<Feature, number>>
  /** How many of each provider, in all documents. */
  embeds: Partial<Record<string, number>>
  pictures: Record<'found' | 'missing' | 'elsewhere', number>
  links: Record<'leading' | 'guessed' | 'dead' | 'deadAnchors', number>
  /** Old URLs that will redirect. */
  addresses: number
  /** Posts whose new URL ends differently. */
  renamed: { file: string; from: string; to: string }[]
  /** How many documents use each key that the site does not use. */
  extraKeys: Record<string, number>
  /** Everything that a build would report, sorted by position. */
  problems: Problem[]
}

/**
 * Reads and renders a folder of posts as a build would, and writes nothing anywhere.
 * @param folder absolute; any folder: an old blog, a content folder, or loose posts
 * @param projectDir absolute; files are named relative to it
 * @param onProgress called after each rendered document
 */
export async function surveyFolder(
  folder: string,
  projectDir: string,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<Survey> {
  const content = await readContent({ projectDir, contentDir: folder, loose: true })
  const all = content.posts.length + content.pages.length
  let done = 0
  async function render<Staged extends { settings: MarkdownSettings }>(document: {
    read: { body: string }
    staged: Staged
  }) {
    const rendered: RenderedMarkdown = await renderMarkdown(document.read.body, document.staged.settings)
    onProgress(++done, all)
    return { staged: document.staged, ...rendered }
  }
  const posts = await mapInTurn(content.posts, render)
  const pages = await mapInTurn(content.pages, render)
  const context = makeLinkContext({ posts, pages }, content.blogs.map(stagedBlog), {
    moment: { now: Date.now(), timeZone: content.site.timeZone, environment: process.env },
    origin: content.site.url,
    isFile: (url, source) => findFile(url, source, projectDir) !== undefined,
  })
  const documents = [...posts, ...pages]
  const resolved = documents.map((document) => resolveLinks(document, context))
  const pictures = documents.flatMap((document) => placePictures(document, projectDir))
  const problems = sortProblems([
    // There is no site.yaml yet.
    ...content.problems.filter(({ rule }) => !rule.startsWith('site/')),
    ...documents.flatMap(({ rendered }) => rendered.problems),
    ...resolved.flatMap((each) => each.problems),
    ...pictures.flatMap((each) => each.problems),
  ])
  const rules = countEach(problems.map(({ rule }) => rule))
  return {
    ...countPosts(content),
    blogs: content.blogs,
    features: countEach(documents.flatMap(({ rendered }) => rendered.features)),
    embeds: countEach(documents.flatMap(({ rendered }) => rendered.embeds.map(({ provider }) => provider))),
    pictures: {
      found: 0,
      missing: 0,
      elsewhere: 0,
      ...countEach(pictures.map(({ place }) => place)),
    },
    links: {
      leading: resolved.flatMap(({ links }) => Object.keys(links)).length,
      guessed: rules['references/guessed-address'] ?? 0,
      dead: rules['references/dead-link'] ?? 0,
      deadAnchors: rules['references/dead-anchor'] ?? 0,
    },
    extraKeys: content.extraKeys,
    problems,
  }
}

function countPosts({ posts }: Content) {
  const staged = posts.map((post) => post.staged)
  return {
    posts: staged.length,
    drafts: staged.filter(({ draft }) => draft).length,
    dated: staged.filter(({ date }) => date).length,
    tagged: staged.filter(({ tags }) => tags.length > 0).length,
    frontMatter: countEach(posts.map(({ read }) => read.format)),
    addresses: staged.reduce((sum, { permalink, aliases }) => sum + aliases.length + (permalink ? 1 : 0), 0),
    renamed: staged.flatMap(renamingOf),
  }
}

function renamingOf({ permalink, slug, settings }: StagedPost): Survey['renamed'] {
  const from = permalink?.split('/').at(-1) ?? slug
  return from === slug ? [] : [{ file: settings.source.file, from, to: slug }]
}

function placePictures({ staged, rendered }: RenderedDocument, projectDir: string): PlacedPicture[] {
  const { source } = staged.settings
  return rendered.images.map((reference) => {
    if (isElsewhere(reference.url)) return { place: 'elsewhere', problems: [] }
    if (findFile(reference.url, source, projectDir)) return { place: 'found', problems: [] }
    return { place: 'missing', problems: [missingPicture(reference, source)] }
  })
}

interface PlacedPicture {
  place: keyof Survey['pictures']
  problems: Problem[]
}

async function mapInTurn<From, To>(items: readonly From[], map: (item: From) => Promise<To>): Promise<To[]> {
  const results: To[] = []
  for (const item of items) results.push(await map(item))
  return results
}
