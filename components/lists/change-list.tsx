import type { PreviewChanges } from '@/lib/blog/changes'
import { stringsFor } from '@/lib/strings'

/** What the branch of a preview changes: new, edited and removed documents, then the names of other files. */
export function ChangeList({ changes, lang }: Props) {
  const strings = stringsFor(lang).changes
  if (!changes) return <p className="mt-6">{strings.unknown}</p>
  const { since, documents, others } = changes
  return (
    <>
      <p className="frame-text mt-2 text-quiet">
        {'branch' in since ? strings.since(since.branch) : strings.sinceCommits(since.commits)}
      </p>
      {documents.length + others.length === 0 && <p className="mt-6">{strings.none}</p>}
      {KINDS.map((kind) => {
        const ofKind = documents.filter(({ change }) => change === kind)
        return (
          ofKind.length > 0 && (
            <section key={kind}>
              <h2 className="mt-6">{strings[kind]}</h2>
              <ul>
                {ofKind.map(({ file, title, url }) => (
                  <li key={file}>
                    {url ? <a href={url}>{title}</a> : title} <code>{file}</code>
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
      {others.length > 0 && (
        <section>
          <h2 className="mt-6">{strings.others}</h2>
          <ul>
            {others.map((file) => (
              <li key={file}>
                <code>{file}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const KINDS = ['new', 'edited', 'removed'] as const

interface Props {
  changes: PreviewChanges | undefined
  lang: string
}
