import type { TocEntry } from '@/lib/markdown/rendered'
import { strings } from '@/lib/strings'

/** The table of contents beside the text, for wide screens. `TocFold` is its twin for narrow ones. */
export function TocAside({ entries }: Props) {
  if (entries.length === 0) return null
  return (
    <nav aria-label={strings.onThisPage} className="toc toc-aside max-lg:hidden" data-toc="">
      <p className="mb-2 text-quiet">{strings.onThisPage}</p>
      <Entries entries={entries} />
    </nav>
  )
}

/** The table of contents below the title, folded. */
export function TocFold({ entries }: Props) {
  if (entries.length === 0) return null
  return (
    <details className="toc mb-4 lg:hidden">
      <summary className="py-1 text-quiet">{strings.onThisPage}</summary>
      <nav aria-label={strings.onThisPage}>
        <Entries entries={entries} />
      </nav>
    </details>
  )
}

function Entries({ entries }: Props) {
  return (
    <ol>
      {entries.map((entry) => (
        <li key={entry.id}>
          <a href={`#${entry.id}`}>{entry.number ? `${entry.number} ${entry.text}` : entry.text}</a>
          {entry.children.length > 0 && <Entries entries={entry.children} />}
        </li>
      ))}
    </ol>
  )
}

interface Props {
  entries: readonly TocEntry[]
}
