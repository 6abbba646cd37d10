import { type Problem, problemAtStart } from '../model/problem'
import type { Blog, PostFile } from './blogs/blog'

export function noFrontMatter(file: PostFile): Problem {
  return problemAtStart(file.file, {
    severity: 'warning',
    rule: 'front-matter/none',
    message:
      'The file has no front matter, so its old system did not publish it, and it is not a post here either.',
    hint: 'To publish it, begin it with `---`, a title, and `---`.',
  })
}

export function unreadableDraft(file: PostFile, blog: Blog): Problem {
  return problemAtStart(file.file, {
    severity: blog.kind === 'own' ? 'error' : 'warning',
    rule: 'front-matter/unreadable-draft',
    message: 'The broken front matter may say that this is a draft, so it is kept as one.',
    hint: 'Correct the front matter.',
  })
}

export function hidden(file: PostFile): Problem {
  return problemAtStart(file.file, {
    severity: 'warning',
    rule: 'front-matter/hidden',
    message:
      'According to the front matter, the old system created no page for this file, so it is not published here.',
    hint: 'Delete that key to publish it.',
  })
}

export function listPage(file: PostFile): Problem {
  return problemAtStart(file.file, {
    severity: 'warning',
    rule: 'front-matter/hidden',
    message:
      'The file has no text; the theme of the old site filled its page with a list. It is not published here.',
    hint: 'Write a text below the front matter to publish it.',
  })
}

/** @param list the URL here that takes its place; empty if there is none */
export function emptyPage(file: PostFile, list: string): Problem {
  if (list === '') return listPage(file)
  return problemAtStart(file.file, {
    severity: 'warning',
    rule: 'front-matter/hidden',
    message: `This page of the old site was a list. Its URL redirects to \`${list}\`, which takes its place here.`,
    hint: 'To keep its text, copy it to `content/pages` under another name.',
  })
}

export function noTitle(file: PostFile, title: string): Problem {
  return problemAtStart(file.file, {
    severity: 'warning',
    rule: 'front-matter/no-title',
    message: `There is no title in the front matter and no heading, so the title comes from the file name: “${title}”.`,
    hint: 'Write `title:` in the front matter.',
  })
}

export function wrongEncoding(file: string, encoding: string): Problem {
  return problemAtStart(file, {
    severity: 'warning',
    rule: 'files/encoding',
    message: `The file is not UTF-8; it was read as ${encoding}.`,
    hint: 'Save it as UTF-8.',
  })
}

/** Without its text nothing can be published. In an imported blog the others still are. */
export function unreadableNotebook(file: PostFile, blog: Blog, problem: Omit<Problem, 'file'>): Problem {
  return {
    ...problem,
    severity: blog.kind === 'imported' ? 'warning' : 'error',
    rule: `notebook/${problem.rule}`,
    file: file.file,
  }
}
