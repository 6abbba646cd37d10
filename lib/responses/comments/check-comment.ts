import type { CommentSettings } from '../../model/document'
import type { ResponseStrings } from '../../strings/responses'
import { renderComment } from './render-comment'

/** What a reader typed, unchanged: shown again if there is a mistake. */
export interface CommentForm {
  name: string
  site: string
  text: string
  /** The comment that it replies to, or empty. */
  parent: string
}

export const MAX_NAME = 80
export const MAX_SITE = 200
export const MAX_TEXT = 5000

/** The fields of a submitted form. Missing ones are empty. */
export function readCommentForm(fields: ReadonlyMap<string, string>): CommentForm {
  const field = (name: string) => fields.get(name)?.trim() ?? ''
  return {
    name: field('name').replace(/\s+/g, ' '),
    site: field('site'),
    text: fields.get('text')?.trimEnd() ?? '',
    parent: field('parent'),
  }
}

/**
 * Checks what a reader typed.
 * @param say the messages in the reader's language
 * @param blocked words and hosts that the author has blocked
 * @returns the comment, ready to be stored, or all problems as messages for the reader
 */
export function checkComment(
  form: CommentForm,
  settings: Pick<CommentSettings, 'links'>,
  say: ResponseStrings['problems'],
  blocked: readonly string[] = [],
): CheckedComment {
  const problems: string[] = []
  if (form.name === '') problems.push(say.noName)
  if ([...form.name].length > MAX_NAME) problems.push(say.longName(MAX_NAME))
  const site = readSite(form.site)
  if (site === undefined) problems.push(say.wrongSite)
  if (form.text.trim() === '') problems.push(say.noText)
  const length = [...form.text].length
  if (length > MAX_TEXT) return { ok: false, problems: [...problems, say.longText(MAX_TEXT, length)] }
  const { html, links } = renderComment(form.text)
  if (links > settings.links) problems.push(say.manyLinks(settings.links))
  if (isBlocked(form, blocked)) problems.push(say.blocked)
  return problems.length > 0 || site === undefined
    ? { ok: false, problems }
    : { ok: true, comment: { ...form, site, html } }
}

/** @returns the URL of the reader's site; empty if none was given, undefined if it is invalid */
function readSite(text: string): string | undefined {
  if (text === '') return ''
  const url = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  if (url.length > MAX_SITE || !URL.canParse(url)) return undefined
  const { protocol, hostname, username, password, href } = new URL(url)
  const isWeb = /^https?:$/.test(protocol) && hostname.includes('.') && username === '' && password === ''
  return isWeb ? href : undefined
}

/** Whether it contains a blocked word or host, in any letter case or spelling. */
export function isBlocked({ name, site, text }: CommentForm, blocked: readonly string[]): boolean {
  if (blocked.length === 0) return false
  const low = `${name}\n${site}\n${text}`.normalize('NFKC').toLowerCase()
  return blocked.some((word) => word !== '' && low.includes(word.normalize('NFKC').toLowerCase()))
}

export type CheckedComment =
  | { ok: true; comment: CommentForm & { html: string } }
  | { ok: false; problems: string[] }
