import GithubSlugger from 'github-slugger'
import type { Tag } from '../model/post'
import { tagUrl } from '../urls/list-urls'

/**
 * A tag as the author wrote it and its address. `C++`, `c++` and ` C++ ` are one tag, `cpp`; `C#` is `csharp`.
 * @returns undefined for a tag without a letter or digit
 */
export function toTag(name: string): Tag | undefined {
  const shown = name.trim()
  const slug = new GithubSlugger().slug(spellOut(shown.normalize('NFC')))
  return slug ? { name: shown, slug, url: tagUrl(slug) } : undefined
}

/** Signs that a slug would lose, where they tell two languages apart: C, C++, C# and .NET are four. */
function spellOut(name: string): string {
  return name
    .replace(/(?<=\p{L})\++/gu, (plus) => 'p'.repeat(plus.length))
    .replace(/(?<=\p{L})#/gu, 'sharp')
    .replace(/^\./u, 'dot')
}

/** A post's tags, each once, in the author's order. */
export function toTags(names: readonly string[]): Tag[] {
  const tags = names.flatMap((name) => toTag(name) ?? [])
  return tags.filter((tag, index) => tags.findIndex(({ slug }) => slug === tag.slug) === index)
}
