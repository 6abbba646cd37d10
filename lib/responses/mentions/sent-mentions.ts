import { readFile } from 'node:fs/promises'
import type { Element } from 'hast'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import type { Post } from '../../model/post'
import { visit } from '../../model/visit'
import { writeFileAtomic } from '../../write-file'

/** The links for which webmentions were sent, by post: stored in the repository, so that workflows and laptops share it. */
export type SentMentions = Map<string, Set<string>>

/** @throws if an edit made the file unreadable: sending everything again would be worse */
export async function readSent(file: string): Promise<SentMentions> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const sent = z.record(z.string(), z.array(z.string())).parse(parse(text) ?? {})
  return new Map(Object.entries(sent).map(([slug, urls]) => [slug, new Set(urls)]))
}

export async function writeSent(file: string, sent: SentMentions): Promise<void> {
  const sorted = [...sent]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([slug, urls]) => [slug, [...urls].sort()])
  const head = '# Links for which webmentions were sent. Written by npm run webmention; commit it.\n'
  await writeFileAtomic(file, head + stringify(Object.fromEntries(sorted)))
}

/** The pages on other sites that a post links to, without duplicates. */
export function linksOf(post: Pick<Post, 'body' | 'url'>, origin: string): string[] {
  const own = new URL(origin).host
  const links = new Set<string>()
  visit(post.body, 'element', ({ tagName, properties }: Element) => {
    const { href } = properties
    if (tagName !== 'a' || typeof href !== 'string' || !URL.canParse(href, origin)) return
    const url = new URL(href, origin)
    url.hash = ''
    if (/^https?:$/.test(url.protocol) && url.host !== own) links.add(url.href)
  })
  return [...links]
}
