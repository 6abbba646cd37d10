import type { PostSummary } from '@/lib/model/post'
import { strings } from '@/lib/strings'
import { PostDate } from './date'
import { Stamp } from './stamp'

/**
 * Posts as an index, newest year first: the year stands once, in the margin where there is room.
 * The order is the caller's; neighbours of one year become a group.
 */
export function PostList({ posts, siteLang, headingLevel = 2 }: Props) {
  const Heading = `h${headingLevel}` as const
  return groupByYear(posts).map((group) => (
    <section className="relative mt-6" key={group.year}>
      <Heading className="frame-text mb-2 font-normal text-quiet md:absolute md:end-full md:me-4 md:mt-1 md:w-max">
        {group.year}
      </Heading>
      <ul className="plain-list grid gap-y-3">
        {group.posts.map((post) => (
          <Entry key={post.slug} post={post} siteLang={siteLang} />
        ))}
      </ul>
    </section>
  ))
}

function Entry({ post, siteLang }: { post: PostSummary; siteLang: string }) {
  const lang = post.lang === siteLang ? undefined : post.lang
  return (
    <li>
      <p className="items-baseline gap-2 sm:flex">
        <a className="title-link text-lead" dir="auto" href={post.url} lang={lang}>
          {post.title}
        </a>
        <Stamp post={post} />
        <span aria-hidden="true" className="leader max-sm:hidden" />
        {post.date && (
          <PostDate
            className="frame-text shrink-0 text-quiet max-sm:block"
            date={post.date}
            form="day"
            lang={siteLang}
          />
        )}
      </p>
      {post.summary !== '' && (
        <p className="line-clamp-3 text-quiet text-summary" dir="auto" lang={lang}>
          {post.summary}
        </p>
      )}
    </li>
  )
}

function groupByYear(posts: readonly PostSummary[]): Group[] {
  const groups: Group[] = []
  for (const post of posts) {
    // The year as written: a date is never moved to the builder's zone.
    const year = post.date?.slice(0, 4) ?? strings.undated
    const last = groups.at(-1)
    if (last?.year === year) last.posts.push(post)
    else groups.push({ year, posts: [post] })
  }
  return groups
}

interface Group {
  year: string
  posts: PostSummary[]
}

interface Props {
  posts: readonly PostSummary[]
  /** The language of the frame: dates are written in it, and posts in another one say so. */
  siteLang: string
  /** Of the years: one below the heading that announces the list. */
  headingLevel?: 2 | 3
}
