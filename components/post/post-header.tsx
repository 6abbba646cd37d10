import type { Part } from '@/lib/blog/lists/series'
import type { Person, Site } from '@/lib/model/document'
import type { Post, PostSummary, Term } from '@/lib/model/post'
import { interfaceLanguage, stringsFor } from '@/lib/strings'
import { PostDate } from '../date'
import { TagList } from '../lists/tag-list'
import { Stamp } from '../stamp'
import { SeriesBox } from './series-box'

/** Everything above a post's text: date, reading time and tags; the title; its series; its authors; its lead. */
export function PostHeader({ part, post, site, authors = [], translations = [] }: Props) {
  const lang = interfaceLanguage(post.lang, site.language)
  const strings = stringsFor(lang)
  const others = post.authors.some(({ name }) => name !== site.author.name)
  return (
    <header className="mb-6">
      <div
        className="frame-text flex flex-wrap items-baseline gap-x-3 text-quiet"
        lang={lang === post.lang ? undefined : lang}
      >
        <Stamp lang={lang} post={post} />
        {post.date && <PostDate className="dt-published" date={post.date} lang={lang} />}
        {post.minutes !== undefined && (
          <span dir="auto" title={strings.minutesSpoken(post.minutes)}>
            {strings.minutes(post.minutes)}
          </span>
        )}
        <TagList tags={[...post.categories, ...post.tags]} />
        {post.reactions && <span data-reactions={post.slug} data-view={`/api/likes/${post.slug}`} />}
      </div>
      <h1 className="mt-1 p-name">{post.title}</h1>
      {part && part.posts.length > 1 && <SeriesBox lang={lang} part={part} slug={post.slug} />}
      {others && (
        <p className="frame-text mt-2 text-quiet">
          {`${strings.by} `}
          <Names authors={authors} lang={lang} people={post.authors} />
        </p>
      )}
      {translations.length > 1 && <Languages lang={lang} post={post} translations={translations} />}
      {post.lead && <p className="mt-4 text-lead text-quiet p-summary">{post.lead}</p>}
    </header>
  )
}

function Languages({ post, translations, lang }: LanguagesProps) {
  return (
    <p className="frame-text mt-2 text-quiet">
      {`${stringsFor(lang).alsoIn} `}
      {translations
        .filter(({ slug }) => slug !== post.slug)
        .map((other) => (
          <a
            className="target"
            href={other.url}
            hrefLang={other.lang}
            key={other.slug}
            lang={other.lang}
            rel="alternate"
          >
            {new Intl.DisplayNames(other.lang, { type: 'language' }).of(other.lang)}
          </a>
        ))
        .flatMap((link, at) => (at === 0 ? [link] : [', ', link]))}
    </p>
  )
}

interface LanguagesProps {
  post: Post
  translations: readonly PostSummary[]
  lang: string
}

function Names({ people, authors, lang }: NamesProps) {
  const list = new Intl.ListFormat(lang).formatToParts(people.map(({ name }) => name))
  let next = 0
  return list.map(({ type, value }) => {
    if (type !== 'element') return value
    const url = authors.find(({ name }) => name === value)?.url ?? people[next]?.url
    next += 1
    return url ? (
      <a className="p-author h-card text-inherit" href={url} key={value}>
        {value}
      </a>
    ) : (
      <span className="p-author h-card" key={value}>
        {value}
      </span>
    )
  })
}

interface NamesProps {
  people: readonly Person[]
  authors: readonly Term[]
  lang: string
}

interface Props {
  /** Which part of its series the post is, if it belongs to one. */
  part?: Part
  post: Post
  site: Pick<Site, 'author' | 'language'>
  /** The authors that have a list of their posts. */
  authors?: readonly Term[]
  /** The post in all its languages. */
  translations?: readonly PostSummary[]
}
