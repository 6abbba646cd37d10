import type { PostSummary } from '@/lib/model/post'
import { PostDate } from '../date'
import { Stamp } from '../stamp'

/** A post in a list: its title, its date and its summary. */
export function PostEntry({ post, siteLang, form = 'day' }: Props) {
  const lang = post.lang === siteLang ? undefined : post.lang
  return (
    <li className="h-entry">
      <p className="items-baseline gap-2 sm:flex">
        <a
          className="title-link u-url p-name text-lead"
          dir="auto"
          href={post.url}
          hrefLang={lang}
          lang={lang}
        >
          {post.title}
        </a>
        <Stamp lang={siteLang} post={post} />
        <span aria-hidden="true" className="leader max-sm:hidden" />
        {post.date && (
          <PostDate
            className="dt-published frame-text shrink-0 text-quiet max-sm:block"
            date={post.date}
            form={form}
            lang={siteLang}
          />
        )}
        {post.reactions && (
          <span className="frame-text shrink-0 text-quiet empty:hidden" data-reactions={post.slug} />
        )}
      </p>
      {post.summary !== '' && (
        <p className="line-clamp-3 p-summary text-quiet text-summary" dir="auto" lang={lang}>
          {post.summary}
        </p>
      )}
    </li>
  )
}

interface Props {
  post: PostSummary
  /** Of the interface: dates are written in it, and posts in other languages are marked. */
  siteLang: string
  /** `day` if the year is shown elsewhere. */
  form?: 'day' | 'full'
}
