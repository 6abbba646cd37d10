import { stringsFor } from '@/lib/strings'

/** Shown instead of posts in an empty blog: tells the author how to write the first one. */
export function EmptyBlog({ lang }: { lang: string }) {
  const strings = stringsFor(lang)
  return (
    <section className="prose mt-6">
      <h2>{strings.emptyTitle}</h2>
      <p>{strings.emptyText}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{strings.emptyCommand}</code>
      </pre>
      <p>{strings.emptyDrafts}</p>
    </section>
  )
}
