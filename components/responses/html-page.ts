import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { directionOf } from '@/lib/direction'
import { transitionStyle } from '@/lib/responses/http/transition-style.js'

/**
 * A page that a route renders itself: no React, and only the scripts it lists. Text is always escaped, because
 * everything is a tree until it is serialized.
 */
export function htmlPage({
  title,
  lang,
  stylesheet,
  children,
  scripts = [],
  modules = [],
  home,
}: HtmlPage): string {
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang, dir: directionOf(lang) }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'robots', content: 'noindex' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('title', `${title} — ${home}`),
        h('style', transitionStyle),
        h('link', { rel: 'stylesheet', href: stylesheet }),
        ...scripts.map((src) => h('script', { src, defer: true })),
        ...modules.map((src) => h('script', { src, type: 'module' })),
      ]),
      h('body', { className: ['responses-page'] }, [
        h('header', h('a', { href: '/' }, home)),
        h('main', { id: 'main' }, [h('h1', title), ...children]),
      ]),
    ]),
  ])
  return toHtml(page, { allowDangerousHtml: true })
}

/** A part of a page, which the enhancement script inserts. */
export function htmlFragment(children: ElementContent[]): string {
  return toHtml(h(null, children), { allowDangerousHtml: true })
}

/** HTML that was sanitised when it was stored. */
export function safeHtml(value: string): ElementContent {
  return { type: 'raw', value }
}

interface HtmlPage {
  title: string
  lang: string
  stylesheet: string
  /** The name of the site. */
  home: string
  children: ElementContent[]
  /** URLs of scripts of this site. */
  scripts?: string[]
  /** The same, for scripts that are modules. */
  modules?: string[]
}
