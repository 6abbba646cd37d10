import { isScalar, isSeq } from 'yaml'
import type { Problem } from '../../model/problem'
import type { ReadPost } from '../../staging/opened-post'
import { repairMojibake } from '../../staging/text/mojibake'
import { codeRanges } from '../../staging/text/repair-body'
import { splitDatePrefix } from '../../urls/slug'
import { findOddTags } from '../advise-on-tags'
import type { Checked } from '../check-content'
import type { Edit } from './edit'
import { addToList, findFrontMatter, findValue, replaceScalar } from './front-matter-text'

/** A change to one file that has only one right answer. */
export interface Fix {
  /** Relative to the project. */
  file: string
  /** What it does, as one sentence. */
  description: string
  /** The keys of the front matter that may differ afterwards, in lower case. */
  keys: readonly string[] | 'any'
  /** Whether the body may differ. */
  changesBody: boolean
  /** @returns undefined if the text does not allow it */
  edit: (text: string) => Edit[] | undefined
}

/** Every fix that `check --fix` can make for the problems found. */
export function listFixes(checked: Checked): Fix[] {
  const posts = [...checked.content.posts, ...checked.content.pages].map(({ read }) => read)
  return [
    ...fixMojibake(checked.problems),
    ...fixTags(checked),
    ...fixAliases(checked),
    ...posts.flatMap(fixDate),
    ...posts.map(fixDecoration),
  ]
}

function fixMojibake(problems: readonly Problem[]): Fix[] {
  const files = new Set(problems.filter(({ rule }) => rule === 'mojibake').map(({ file }) => file))
  return [...files].map((file) => ({
    file,
    description: 'Repaired characters that were saved in the wrong encoding.',
    keys: 'any',
    changesBody: true,
    edit: (text) => {
      const bodyStart = findFrontMatter(text)?.end ?? 0
      const body = text.slice(bodyStart)
      const repairs = [
        { offset: 0, text: text.slice(0, bodyStart), skip: [] },
        { offset: bodyStart, text: body, skip: codeRanges(body) },
      ]
      return repairs.flatMap((part) => {
        const starts = lineStarts(part.text)
        return repairMojibake(part.text, part.skip).runs.map(({ line, column, damaged, repaired }) => {
          const from = part.offset + (starts[line - 1] ?? 0) + column - 1
          return { from, to: from + damaged.length, text: repaired }
        })
      })
    },
  }))
}

function fixTags({ content }: Checked): Fix[] {
  return findOddTags(content.posts).map(({ read, written, usual }) => ({
    file: read.file.file,
    description: `Changed the tag “${written}” to “${usual}”.`,
    keys: [(read.origin.tags?.key ?? 'tags').toLowerCase()],
    changesBody: false,
    edit: (text) => {
      const found = findFrontMatter(text)
      const key = read.origin.tags?.key
      const list = found && key ? findValue(found, key) : undefined
      if (!found || !isSeq(list)) return undefined
      // A list may hold it twice.
      const items = list.items.filter((each) => isScalar(each) && String(each.value).trim() === written)
      const edits = items.map((item) => (isScalar(item) ? replaceScalar(found, item, usual) : undefined))
      return edits.length > 0 && edits.every((edit) => edit !== undefined) ? edits : undefined
    },
  }))
}

function fixAliases({ guessed }: Checked): Fix[] {
  const distinct = new Map(guessed.map((each) => [`${each.file}\0${each.path}`, each]))
  return [...distinct.values()].map(({ path, file }) => ({
    file,
    description: `Added the old URL ${path}, which other posts link to.`,
    keys: ALIAS_KEYS,
    changesBody: false,
    edit: (text) => {
      const found = findFrontMatter(text)
      const key = ALIAS_KEYS.find((name) => found && findValue(found, name))
      const edit = found && addToList(found, text, key ?? 'aliases', path)
      return edit && [edit]
    },
  }))
}

/** The keys for old URLs, in the order of the field table. */
const ALIAS_KEYS = ['aliases', 'redirect_from', 'alias']

/** The front matter's date cannot be read, and the name of the file has one. */
function fixDate(read: ReadPost): Fix[] {
  const { date } = splitDatePrefix(read.file.name)
  if (date === undefined || !read.wrong.has('date')) return []
  return [
    {
      file: read.file.file,
      description: `Set the date to ${date}, as in the file name.`,
      keys: ['date'],
      changesBody: false,
      edit: (text) => {
        const found = findFrontMatter(text)
        const value = found && findValue(found, 'date')
        const edit = found && value && replaceScalar(found, value, date)
        // A date needs no quotes, and nobody writes them.
        return edit && [{ ...edit, text: date }]
      },
    },
  ]
}

/** `<img aria-hidden="true">` and `<img role="presentation">` mark a picture as decoration: it gets `alt=""`. */
function fixDecoration(read: ReadPost): Fix {
  return {
    file: read.file.file,
    description: 'Wrote an empty alternative text for a picture that is marked as decoration.',
    keys: [],
    changesBody: true,
    edit: (text) => {
      const start = findFrontMatter(text)?.end ?? 0
      const body = text.slice(start)
      const tags = [...body.matchAll(/<img\b(?:[^<>"']|"[^"]*"|'[^']*')*>/gi)].filter(
        ([tag]) =>
          /\s(?:aria-hidden=["']?true|role=["']?(?:presentation|none)\b)/i.test(tag) &&
          !/\salt(?:\s*=|[\s/>])/i.test(tag),
      )
      // Only a parser knows what is code: it runs only for texts that need it.
      const code = tags.length > 0 ? codeRanges(body) : []
      return tags
        .filter(({ index }) => !code.some(([from, to]) => index >= from && index < to))
        .map(({ index }) => {
          const from = start + index + '<img'.length
          return { from, to: from, text: ' alt=""' }
        })
    },
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1))
    starts.push(index + 1)
  return starts
}
