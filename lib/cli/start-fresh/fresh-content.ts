/**
 * The start of a new blog: one file to fill in, a first post, a page about the author.
 * @param today the day of the first post
 * @returns contents by path within the content folder
 */
export function freshContent(today: Date): Record<string, string> {
  return {
    'site.yaml': SITE,
    'posts/hello.md': `---\ntitle: Hello\ndate: ${today.toISOString().slice(0, 10)}\ntags: [notes]\n---\n\n${POST}`,
    'pages/about.md': `---\ntitle: About\n---\n\n${PAGE}`,
  }
}

const SITE = `# Who you are and what your site is called: the one file that must be changed.
# All settings are described in posts/making-it-yours.md of the content that was moved aside.
title: My notebook
description: Notes on what I build and break.
# The URL of the published site. By default, the URL that Vercel gives the project.
# url: https://blog.example
author:
  name: Your name
language: en
timeZone: UTC
nav:
  - label: Posts
    href: /posts
  - label: About
    href: /about
intro: |
  A line or two about what readers find here.
`

const POST = `This is the first post. Its file is \`content/posts/hello.md\`; change it, or delete it and write

\`\`\`sh
npm run new -- "A better title"
\`\`\`
`

const PAGE = `A few words about you. The file is \`content/pages/about.md\`, so the page is at \`/about\`.
`
