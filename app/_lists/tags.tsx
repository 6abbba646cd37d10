import { LanguageLinks } from '@/components/lists/language-links'
import { TermList } from '@/components/lists/term-list'
import { blog } from '@/lib/blog/blog'
import type { Lists } from '@/lib/blog/lists/lists'
import { stringsFor } from '@/lib/strings'
import { SiteFrame } from '../_frame/site-frame'
import { inEveryLanguage, pageLanguage } from './page-language'

export function describeTags(lists: Lists) {
  const strings = stringsFor(lists.language)
  return lists.describeList({
    title: strings.tags,
    description: strings.tagsDescription(blog.site.title),
    path: `${lists.prefix}/tags`,
    translations: inEveryLanguage((each) => `${each.prefix}/tags`),
  })
}

/** The tags, categories and authors of a language. */
export function Tags({ lists }: { lists: Lists }) {
  const { language } = lists
  const strings = stringsFor(language)
  const tags = lists.listTags()
  const others = [
    { heading: strings.categories, terms: lists.listCategories() },
    { heading: strings.authors, terms: lists.listAuthors() },
  ].filter(({ terms }) => terms.length > 0)
  return (
    <SiteFrame lang={language} prefix={lists.prefix}>
      <div className="column" {...pageLanguage(lists)}>
        <h1>{strings.tags}</h1>
        <LanguageLinks here={lists} lists={blog.listSections()} url={(each) => `${each.prefix}/tags`} />
        {tags.length === 0 && <p className="mt-6">{strings.noTags}</p>}
        <TermList lang={language} terms={tags} />
        {others.map(({ heading, terms }) => (
          <section key={heading}>
            <h2 className="mt-6">{heading}</h2>
            <TermList lang={language} terms={terms} />
          </section>
        ))}
      </div>
    </SiteFrame>
  )
}
