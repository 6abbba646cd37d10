import { slugify } from '@/lib/urls/slug'
import { makeBlog } from '../blog/make-blog'

/**
 * Texts that mean something in the grammars that the project writes. Whatever an author or a reader wrote, a reader of
 * the grammar must find it as text, in its place, and nothing else.
 */
export const TEXTS: Record<string, string> = {
  'control characters': 'a\u0000b\u0007c\u0008d\u000be\u000cf\u007fg\u0085h',
  'the end of a script': '</script><script>alert(1)</script>',
  'the end of a title, a text area and a comment':
    '</title></textarea></style>--></a><img src=x onerror=alert(1)>',
  'the end of CDATA': 'a]]>b]]>c',
  'line endings': 'a\r\nBcc: x@evil.example\r\n\r\nb\nc\rd\u2028e\u2029f',
  'escape sequences':
    '\u001b[31mred\u001b[0m\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007\u009b2J',
  'workflow commands':
    '::error file=x::forged\n::set-output name=a::b ##[set-output name=a]b %0A::stop-commands::x',
  'lone surrogates': 'a\ud800b\udc00c',
  'direction marks': 'a\u202eb\u2066c\u200fd',
  'character references': '&lt;b&gt; &amp;amp; &#0; &#x3c;i> &y;',
  'a document type': '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y "z">]>',
  'Markdown syntax': '# a [b](javascript:alert(1)) ![c](d) `e` **f** | g <!-- h --> [i]: j\n\n---\n\n- k',
  quotes: `"'\`\\ "onmouseover="alert(1) {{ x }} {% y %} \${z}`,
  'characters beyond U+FFFF': '🎉 潮 \u{10ffff} \uffff \ufffe',
  'a URL': 'javascript:alert(1)//https://x.example/?a=1&b=<c>#d e',
}

/** Words that no grammar has a reason to change. */
export function wordsOf(text: string): string[] {
  return text.match(/[a-z]{3,}/gi) ?? []
}

/** A blog whose only post, tags, author and title are this text. */
export function blogOf(text: string) {
  return makeBlog({
    posts: [
      {
        slug: slugOf(text),
        title: text,
        date: '2024-05-08',
        summary: text,
        tags: [text],
        categories: [text],
        authors: [{ name: text }],
        series: text,
        aliases: ['/old'],
        image: { src: 'a' },
        pictures: {
          a: { url: `/_quire/media/${encodeURIComponent(slugOf(text))}&a.png`, width: 1, height: 1 },
        },
      },
    ],
    site: { title: text, description: text, author: { name: text }, smartPunctuation: false },
  })
}

export function slugOf(text: string): string {
  return slugify(text) || 'post'
}
