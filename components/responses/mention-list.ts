import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { MentionRow } from '@/lib/responses/store/schema'
import { responseStringsFor } from '@/lib/strings/responses'

/** Mentions of a post on other sites: replies and mentions with their text, likes and reposts by name. */
export function mentionList(mentions: readonly ShownMention[], lang: string): ElementContent[] {
  if (mentions.length === 0) return []
  const say = responseStringsFor(lang)
  const words = mentions.filter(({ kind }) => kind === 'reply' || kind === 'mention')
  return [
    h('h2', say.mentions),
    ...names(mentions, 'like', say.likedBy),
    ...names(mentions, 'repost', say.repostedBy),
    h(
      'ol',
      { className: ['comments'] },
      words.map((mention) =>
        h('li', { className: ['comment'] }, [
          h('header', [
            link(mention),
            ' ',
            h(
              'span',
              { className: ['hint'] },
              mention.kind === 'reply'
                ? say.repliedOn(hostOf(mention.url))
                : say.mentionedOn(hostOf(mention.url)),
            ),
          ]),
          ...(mention.text === '' ? [] : [h('p', { dir: 'auto' }, mention.text)]),
        ]),
      ),
    ),
  ]
}

function names(
  mentions: readonly ShownMention[],
  kind: MentionRow['kind'],
  phrase: (names: string) => string,
): ElementContent[] {
  const found = mentions.filter((mention) => mention.kind === kind)
  if (found.length === 0) return []
  const links = found.flatMap((mention, index) => [...(index > 0 ? [', '] : []), link(mention)])
  return [h('p', { className: ['hint'] }, [phrase(''), ...links])]
}

function link({ author, url }: ShownMention): ElementContent {
  return h('a', { href: url, rel: 'nofollow ugc noopener', dir: 'auto' }, author || hostOf(url))
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}

type ShownMention = Pick<MentionRow, 'kind' | 'author' | 'text' | 'url'>
