import type { Site, StagedPage, StagedPost } from '../model/document'
import type { Rendered } from '../model/rendered'

/** The documents of a site with what rendering found in them. */
export interface Documents {
  posts: RenderedDocument<StagedPost>[]
  pages: RenderedDocument<StagedPage>[]
  site: RenderedDocument<StagedSite>
}

/** A document: its front matter and what rendering found in its text. */
export interface RenderedDocument<Staged = StagedPost | StagedPage | StagedSite> {
  staged: Staged
  rendered: Rendered
}

/** A document whose text is kept on disk. */
export interface StoredDocument<Staged = StagedPost | StagedPage | StagedSite>
  extends RenderedDocument<Staged> {
  /** The name of its text in `workspace().texts`. */
  textKey: string
}

/** The documents of a build. */
export interface StoredDocuments extends Documents {
  posts: StoredDocument<StagedPost>[]
  pages: StoredDocument<StagedPage>[]
  /** With its text, the introduction of the home page. */
  site: StoredDocument<StagedSite> & { html: string }
}

export type StagedSite = Site & Pick<StagedPage, 'settings'>
