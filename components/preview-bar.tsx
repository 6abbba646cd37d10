import type { Preview } from '@/lib/blog/preview'
import { strings } from '@/lib/strings'

/** Says that this is not the published site, and what it was built from. */
export function PreviewBar({ branch, commit }: Preview) {
  return (
    <p className="preview-bar frame-text">
      <strong>{strings.preview}</strong>
      {branch && <span>{branch}</span>}
      {commit && <code>{commit}</code>}
      <span className="text-quiet">{strings.previewText}</span>
    </p>
  )
}
