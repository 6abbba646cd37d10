import { defineDocumentType, makeSource } from 'contentlayer2/source-files'
import type { Processor } from 'unified'

// The documents below are the staged ones of `.quire/content` (lib/staging/stage.ts): validated there, because
// Contentlayer checks neither enum values nor the types of list items. What it adds are the types, and the proof that
// every document has one. Imports are relative: its bundler knows no aliases.

const text = { type: 'string' } as const
const requiredText = { type: 'string', required: true } as const
const flag = { type: 'boolean', required: true } as const
const list = { type: 'list', of: { type: 'string' }, required: true } as const
const json = { type: 'json' } as const
const requiredJson = { type: 'json', required: true } as const

export const Post = defineDocumentType(() => ({
  name: 'Post',
  filePathPattern: 'posts/*.md',
  fields: {
    title: requiredText,
    slug: requiredText,
    // Dates stay strings: Contentlayer's own dates move with the zone of the machine that builds.
    date: text,
    updated: text,
    summary: text,
    preamble: text,
    tags: list,
    categories: list,
    authors: requiredJson,
    series: text,
    pinned: flag,
    translationKey: text,
    draft: flag,
    image: json,
    canonical: text,
    lang: text,
    comments: { type: 'boolean' },
    thread: text,
    toc: flag,
    readTime: flag,
    permalink: text,
    aliases: list,
    redirectTo: text,
    extra: requiredJson,
    settings: requiredJson,
  },
}))

export const Page = defineDocumentType(() => ({
  name: 'Page',
  filePathPattern: 'pages/*.md',
  fields: {
    title: requiredText,
    slug: requiredText,
    permalink: text,
    aliases: { type: 'list', of: { type: 'string' } },
    summary: text,
    updated: text,
    draft: flag,
    image: json,
    lang: text,
    toc: flag,
    extra: requiredJson,
    settings: requiredJson,
  },
}))

/** `content/site.yaml`; its body is the introduction of the home page. */
export const Site = defineDocumentType(() => ({
  name: 'Site',
  filePathPattern: 'site.md',
  isSingleton: true,
  fields: {
    title: requiredText,
    description: requiredText,
    url: requiredText,
    author: requiredJson,
    language: requiredText,
    timeZone: requiredText,
    nav: requiredJson,
    social: requiredJson,
    intro: text,
    image: json,
    hub: text,
    defaults: requiredJson,
    smartPunctuation: flag,
    embeds: requiredText,
    html: requiredText,
    tags: requiredJson,
    allow: requiredJson,
    responses: json,
    settings: requiredJson,
  },
}))

/** Contentlayer wants every body to be parsed and compiled. */
function leaveText(this: Processor): void {
  this.parser = () => ({ type: 'root', children: [] })
  this.compiler = () => ''
}

export default makeSource({
  contentDirPath: '.quire/content',
  // What lib/write-file.ts is about to rename.
  contentDirExclude: ['**/*.md.*'],
  documentTypes: [Post, Page, Site],
  // Without these a bad document is dropped and the exit code is 0. Extra data means that the staged shape and
  // the types above differ.
  onExtraFieldData: 'fail',
  onUnknownDocuments: 'fail',
  onMissingOrIncompatibleData: 'fail',
  // `contentlayer/generated` is a path of tsconfig.json that we import for its types alone.
  disableImportAliasWarning: true,
  // Texts are rendered by `lib/build/texts`, on every core: here that took a third of a build.
  markdown: (processor) => processor.use(leaveText),
})
