import type { TocEntry } from '@/lib/model/rendered'
import { stringsFor } from '@/lib/strings'

/**
 * The table of contents: collapsed below the title, or beside the text if there is room. It is in the page once; beside
 * the text the style sheet opens it and hides its summary.
 */
export function Toc({ entries, lang }: Props & { lang: string }) {
  const strings = stringsFor(lang)
  if (entries.length === 0) return null
  return (
    <nav aria-label={strings.onThisPage} className="toc" data-toc="">
      <details>
        <summary>{strings.onThisPage}</summary>
        <Entries entries={entries} />
      </details>
    </nav>
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
