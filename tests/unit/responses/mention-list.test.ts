import { toText } from 'hast-util-to-text'
import { h } from 'hastscript'
import { expect, test } from 'vitest'
import { mentionList } from '@/components/responses/mention-list'

const mention = (kind: 'reply' | 'mention', author: string) => ({
  ...{ kind, author, text: '' },
  url: `https://${author.toLowerCase()}.example/p`,
})

test.each([
  ['en', 'Ada replied on ada.example', 'Bo mentioned this on bo.example'],
  ['de', 'Ada hat auf ada.example geantwortet', 'Bo hat dies auf bo.example erwähnt'],
])('a mention is not called a reply (%s)', (lang, reply, mentioned) => {
  const text = toText(h('div', mentionList([mention('reply', 'Ada'), mention('mention', 'Bo')], lang)))
  expect(text).toContain(reply)
  expect(text).toContain(mentioned)
})
