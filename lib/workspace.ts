import { join } from 'node:path'

/**
 * The paths of a project's generated files. All of them are ignored by Git and can be deleted at any time.
 * @param projectDir absolute path of the folder that holds package.json
 */
export function workspace(projectDir: string) {
  const quire = join(projectDir, '.quire')
  const contentlayer = join(projectDir, '.contentlayer')
  return {
    /** Staged Markdown, the input of Contentlayer. */
    staged: join(quire, 'content'),
    /** The problems that staging reported. */
    stageReport: join(quire, 'stage.json'),
    /** Everything about every document except its body: `ContentIndex`. */
    index: join(quire, 'index.json'),
    /** Changes with every edit in `dev`; imported by pages, unlike the data itself. */
    revision: join(quire, 'revision.json'),
    /** The stored snapshots of embeds, ready for pages: `PublishedSnapshot`. */
    snapshots: join(quire, 'snapshots'),
    /** The comments of the repository, rendered, by post: `KeptThread[]`. */
    keptComments: join(quire, 'kept-comments'),
    /** What `/search` reads, in a folder per state of the documents: `SearchList` and `SearchShard`. */
    searchDocuments: join(quire, 'search'),
    /** URLs of related posts by URL. */
    related: join(quire, 'related.json'),
    /** What they were found with, kept between builds. */
    relatedCache: join(projectDir, '.next', 'cache', 'quire', 'related'),
    /** The URL of Pagefind's index: `SearchFolder`. */
    searchFolder: join(quire, 'search-folder.json'),
    /** Where each published post is in `machineCache`, by slug. */
    machineTexts: join(quire, 'machine-texts.json'),
    /** Posts as programs read them, kept between builds. */
    machineCache: join(projectDir, '.next', 'cache', 'quire', 'machine-texts'),
    /** URLs of pages that this build puts back from an earlier one: `KeptPages`. */
    keptPages: join(quire, 'kept-pages.json'),
    /** Everything of other sites that documents show: `EmbedTarget[]`. */
    embedTargets: join(quire, 'embeds.json'),
    /** What the branch of a preview changes: `BranchChanges`. No other build has it. */
    branchChanges: join(quire, 'changes.json'),
    /** When this build began: `BuildMoment`. */
    buildMoment: join(quire, 'build.json'),
    /** Pictures that notebooks hold, as files. */
    notebookPictures: join(quire, 'notebooks'),
    /** Rendered texts, kept between builds: `JsonCache`. */
    texts: join(projectDir, '.next', 'cache', 'quire', 'texts'),
    generated: join(contentlayer, 'generated'),
    /** What Contentlayer has typed last, as a hash. */
    typedFor: join(contentlayer, 'generated', 'typed-for'),
    contentlayerCache: join(contentlayer, '.cache'),
    /** Preserved between builds by Vercel and most CI, unlike `.contentlayer`. */
    keptCache: join(projectDir, '.next', 'cache', 'contentlayer'),
    /** Snapshots that a build on CI took itself, because none were committed. */
    fetchedEmbeds: join(projectDir, '.next', 'cache', 'quire', 'embeds'),
    /** Share images that `next start` has drawn. */
    shareImages: join(projectDir, '.next', 'cache', 'quire', 'share-images'),
    /** The paths of the font files that this site's share images need: `string[]`. */
    shareFonts: join(quire, 'share-fonts.json'),
    /** Generated files that are served. Everything else below `public` belongs to the author. */
    publicFiles: join(projectDir, 'public', '_quire'),
    /** Which of them each build step wrote: `PublicFiles`. */
    publicLists: join(quire, 'public'),
  }
}

/** The author's folder: `CONTENT_DIR`, else `content`. Relative to the project, or absolute. */
export function contentDir(env: Record<string, string | undefined> = process.env): string {
  return env.CONTENT_DIR || 'content'
}
