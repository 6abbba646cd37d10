import type { Lists } from '@/lib/blog/lists/lists'
import { stringsFor } from '@/lib/strings'

/** The same list in the other languages of the blog. Nothing for a blog of one language. */
export function LanguageLinks({ lists, here, url }: Props) {
  const others = lists.filter(({ prefix }) => prefix !== here.prefix)
  if (others.length === 0) return null
  return (
    <p className="frame-text mt-2 text-quiet">
      {`${stringsFor(here.language).alsoIn} `}
      {others
        .map((other) => (
          <a
            className="target"
            href={url(other)}
            hrefLang={other.language}
            key={other.prefix}
            lang={other.language}
          >
            {nameOf(other.language)}
          </a>
        ))
        .flatMap((link, at) => (at === 0 ? [link] : [', ', link]))}
    </p>
  )
}

/** A language in its own words: `Deutsch`. */
function nameOf(language: string): string {
  const { language: base } = new Intl.Locale(language)
  return new Intl.DisplayNames(language, { type: 'language' }).of(base) ?? language
}

type Section = Pick<Lists, 'language' | 'prefix'>

interface Props {
  /** Of every language. */
  lists: readonly Section[]
  here: Section
  /** The list's URL in a language. */
  url: (lists: Section) => string
}
