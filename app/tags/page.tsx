import { TermList } from '@/components/lists/term-list'
import { blog } from '@/lib/blog/blog'
import { stringsFor } from '@/lib/strings'

const { language, title } = blog.site
const strings = stringsFor(language)

export const metadata = blog.describePage({
  title: strings.tags,
  description: strings.tagsDescription(title),
  path: '/tags',
})

export default function TagsPage() {
  const tags = blog.listTags()
  const others = [
    { heading: strings.categories, terms: blog.listCategories() },
    { heading: strings.authors, terms: blog.listAuthors() },
  ].filter(({ terms }) => terms.length > 0)
  return (
    <div className="column">
      <h1>{strings.tags}</h1>
      {tags.length === 0 && <p className="mt-6">{strings.noTags}</p>}
      <TermList lang={language} terms={tags} />
      {others.map(({ heading, terms }) => (
        <section key={heading}>
          <h2 className="mt-6">{heading}</h2>
          <TermList lang={language} terms={terms} />
        </section>
      ))}
    </div>
  )
}
