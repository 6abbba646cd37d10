/** A comment in the repository: `content/responses/<slug>.yaml` is a list of them, which the author may edit. */
export interface KeptComment {
  id: string
  /** The comment that it replies to, in the same file. */
  parent?: string | undefined
  name: string
  site?: string | undefined
  date: string
  /** Markdown. It is rendered and sanitized whenever the page is built, so an edit is as safe as a form. */
  text: string
}

/** A comment of the repository and the answers to it, oldest first, as they are shown. */
export interface KeptThread {
  comment: ShownComment
  answers: ShownComment[]
}

type ShownComment = KeptComment & { html: string }

/** Ids of the database have this format; comments added by hand have others. */
export function isOwnId(id: string): boolean {
  return /^[\w-]{20}$/.test(id)
}
