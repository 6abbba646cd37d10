import { createHash } from 'node:crypto'
import type { CommentForm } from './check-comment'

/** Identifies equal comments: the same words by the same name at the same place, regardless of white space. */
export function digestOf(slug: string, parent: string, { name, text }: CommentForm): string {
  const said = [slug, parent, name, text].map((part) =>
    part.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase(),
  )
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url')
}
