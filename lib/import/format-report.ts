import { printable } from '../model/printable'
import type { ImportResult } from './run-import'

/** The first line of a report. It tells the next run that it may replace the file. */
export const REPORT_MARK = '<!-- Written by npm run import; the next import replaces it. -->'

/** The result of an import, in one line. */
export function formatSummary({ posts, attention, oldUrls }: ImportResult): string {
  return `${posts.imported} of ${posts.found} posts, ${attention.length} need attention, ${oldUrls} old URLs redirect.`
}

/** Files of the import that are not written, because different ones are there: paths in the content folder. */
export function listKept({ report }: ImportResult): string[] {
  return report.files.filter(({ written }) => written === 'kept').map(({ path }) => path)
}

/** The full report as Markdown: what needs attention first, worst first. */
export function formatReport(result: ImportResult, source: string): string {
  const { folder, label, report, attention, failedPictures, posts } = result
  const kept = listKept(result)
  return [
    REPORT_MARK,
    `# Import of ${escapeText(source)}`,
    `${formatSummary(result)}\n`,
    `- Source: ${label}`,
    `- Posts are in \`content/${folder}\`; ${posts.drafts} of them are drafts.`,
    `- ${report.count('page')} pages, ${report.count('file')} other files.`,
    `- ${report.files.filter(({ written }) => written === 'unchanged').length} files were there already.`,
    ...list(
      'Needs attention, worst first',
      attention.map(
        ({ file, problems }) =>
          `\`${printable(file)}\`\n${problems.map((text) => `  - ${escapeText(text)}`).join('\n')}`,
      ),
    ),
    ...list(
      'Not written, because you changed these files or have others of the same name',
      kept.map((path) => `\`content/${printable(path)}\``),
    ),
    ...list(
      'Pictures that could not be fetched',
      [...failedPictures].map(([url, reason]) => `${escapeText(url)}: ${escapeText(reason)}`),
    ),
    ...list('Not imported', report.left),
    '',
  ].join('\n')
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`\n## ${title} (${items.length})\n`, ...items.map((item) => `- ${item}`)]
}

/** Text of posts must not become Markdown in the report. */
function escapeText(text: string): string {
  return printable(text.replace(/\s+/g, ' ')).replace(/[<>*_[\]\\`&]/g, '\\$&')
}
