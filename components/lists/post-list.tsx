import type { PostSummary } from '@/lib/model/post'
import { stringsFor } from '@/lib/strings'
import { PostEntry } from './post-entry'

/**
 * Posts as an index, newest year first: each year once, in the margin if there is room. The order is the caller's;
 * consecutive posts of one year become a group.
 */
export function PostList({ posts, siteLang, headingLevel = 2 }: Props) {
  const Heading = `h${headingLevel}` as const
  return groupByYear(posts, stringsFor(siteLang).undated).map((group) => (
    <section className="relative mt-6" key={group.year}>
      <Heading className="frame-text mb-2 font-normal text-quiet md:absolute md:end-full md:me-4 md:mt-1 md:w-max">
        {group.year}
      </Heading>
      <ul className="plain-list grid gap-y-3">
        {group.posts.map((post) => (
          <PostEntry key={post.slug} post={post} siteLang={siteLang} />
        ))}
      </ul>
    </section>
  ))
}

function groupByYear(posts: readonly PostSummary[], undated: string): Group[] {
  const groups: Group[] = []
  for (const post of posts) {
    // The year as written: a date is never converted to the build machine's time zone.
    const year = post.date?.slice(0, 4) ?? undated
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
  /** Of the interface. */
  siteLang: string
  /** Of the years: one below the heading of the list. */
  headingLevel?: 2 | 3
}
