import type { Preview } from '@/lib/blog/preview'
import { stringsFor } from '@/lib/strings'

/** Shows that this is not the published site, and what it was built from. */
export function PreviewBar({ branch, commit, lang }: Preview & { lang: string }) {
  const strings = stringsFor(lang)
  return (
    <p className="preview-bar frame-text">
      <strong>{strings.preview}</strong>
      {branch && <span>{branch}</span>}
      {commit && <code>{commit}</code>}
      <span className="text-quiet">{strings.previewText}</span>
      <a href="/preview/changes">{strings.changes.title}</a>
    </p>
  )
}
