import type { Part } from '@/lib/blog/series'
import type { Person, Site } from '@/lib/model/document'
import type { Post } from '@/lib/model/post'
import { strings } from '@/lib/strings'
import { PostDate } from './date'
import { Stamp } from './stamp'
import { TagList } from './tag-list'

/** What stands above a post's text: date, minutes and tags, small; the title; its series; who wrote it; its lead. */
export function PostHeader({ part, post, site }: Props) {
  const guests = post.authors.some(({ name }) => name !== site.author.name)
  return (
    <header className="mb-6">
      <div className="frame-text flex flex-wrap items-baseline gap-x-3 text-quiet" lang={site.language}>
        <Stamp post={post} />
        {post.date && <PostDate date={post.date} lang={site.language} />}
        {post.minutes !== undefined && (
          <span dir="auto" title={strings.minutesSpoken(post.minutes)}>
            {strings.minutes(post.minutes)}
          </span>
        )}
        <TagList tags={post.tags} />
      </div>
      <h1 className="mt-1">{post.title}</h1>
      {part && part.posts.length > 1 && (
        <p className="frame-text mt-2 text-quiet" lang={site.language}>
          {`${strings.part(part.number, part.posts.length)} `}
          <a className="text-inherit" dir="auto" href={part.series.url} lang={post.lang}>
            {part.series.name}
          </a>
        </p>
      )}
      {guests && (
        <p className="frame-text mt-2 text-quiet">
          {`${strings.by} `}
          <Names lang={post.lang} people={post.authors} />
        </p>
      )}
      {post.lead && <p className="mt-4 text-lead text-quiet">{post.lead}</p>}
    </header>
  )
}

function Names({ people, lang }: { people: readonly Person[]; lang: string }) {
  const list = new Intl.ListFormat(lang).formatToParts(people.map(({ name }) => name))
  let next = 0
  return list.map(({ type, value }) => {
    const url = type === 'element' ? people[next++]?.url : undefined
    if (!url) return value
    return (
      <a className="text-inherit" href={url} key={value}>
        {value}
      </a>
    )
  })
}

interface Props {
  /** Which part of its series the post is, where it belongs to one. */
  part?: Part
  post: Post
  site: Pick<Site, 'author' | 'language'>
}
