import { trimEndOf } from '../../model/trim-end'
/** Helpers for reading configurations, whose values can have any type. */

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function mapOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

export function urlOf(value: unknown): URL | undefined {
  const address = textOf(value)
  return address && /^https?:\/\//.test(address) && URL.canParse(address) ? new URL(address) : undefined
}

/** Paths relative to the root: `./src/posts/` is `src/posts`. */
export function folderOf(value: unknown): string | undefined {
  return trimEndOf((textOf(value) ?? '').replace(/^[./]+/, ''), '/') || undefined
}
