import type { CodeMeta } from '../../code/meta'
import type { Embed } from '../../embeds/providers'
import type { TagArguments } from '../read-arguments'

/** A tag in use: the input for its row in the table. */
export interface TagUse {
  name: string
  args: TagArguments
  /** The arguments as written, for tags that take words without quotes. */
  written: string
  /** The content of a raw tag. */
  text: string
}

/**
 * The meaning of a tag, as one of few outcomes; `tag-nodes.ts` creates its tree. `caption`, `title` and `summary`
 * are Markdown.
 */
export type Meaning =
  | { as: 'embed'; embed: Embed }
  | { as: 'picture'; picture: TagPicture }
  | {
      as: 'figure'
      picture?: TagPicture
      caption?: string
      classes?: string[]
      credit?: { text: string; url?: string }
    }
  | {
      as: 'media'
      tagName: 'video' | 'audio'
      src: string
      caption?: string
      properties?: Record<string, string>
    }
  | { as: 'code'; code: string; meta: CodeMeta }
  | { as: 'inline-code'; code: string; lang: string }
  | { as: 'math'; tex: string; inline: boolean }
  | { as: 'callout'; kind: string; title?: string; fold?: '+' | '-'; text?: string }
  /** Without a summary it gets the interface's own word. */
  | { as: 'details'; summary: string; open: boolean }
  | { as: 'quotation'; author?: string; source?: string; url?: string }
  | { as: 'link'; url: string; label?: string }
  | { as: 'address'; url: string }
  | { as: 'markdown'; markdown: string }
  | { as: 'html'; html: string }
  | { as: 'contents' }
  | { as: 'inner' }
  | { as: 'nothing' }

export interface TagPicture {
  src: string
  alt?: string
  title?: string
  width?: string
  height?: string
  classes?: string[]
  link?: string
  target?: string
  rel?: string
  loading?: string
}

/** A row of the table: the names of one tag in all dialects, and how it is read. */
export interface TagRow {
  names: string[]
  /**
   * `nothing`: has no end tag. `markdown`: ends with an end tag. `text`: as `markdown`, but nothing in it is Markdown
   * or another tag. `maybe`: either, an end tag decides.
   */
  holds: 'nothing' | 'markdown' | 'text' | 'maybe'
  /** Represents a word or a URL in a sentence. */
  inline?: boolean
  /** @returns undefined if the arguments make no sense: the tag is then shown as its source and reported. */
  read: (use: TagUse) => Meaning | undefined
}
