/**
 * `npm run bench [-- 400]`: builds a site of invented posts three times and measures what its readers load.
 * Prints seconds per build and bytes per page; judges nothing, since machines differ. Budgets are in `tests/e2e`.
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { CONTENT_DIR, copyProject } from '../e2e/copy-project'
import { inventPosts } from './posts'

const count = Number(process.argv[2] ?? 400)
if (!Number.isInteger(count) || count < 1) {
  console.error(`"${process.argv[2]}" is not a number of posts. Usage: npm run bench -- 400`)
  process.exit(1)
}

const folder = copyProject('bench', inventPosts(count))
for (const output of ['.next', '.quire', '.contentlayer'])
  rmSync(join(folder, output), { recursive: true, force: true })

const builds = [
  { name: 'first build', seconds: build() },
  { name: 'again, unchanged', seconds: build() },
  { name: 'again, one post changed', seconds: changeOnePost() },
]
console.log(`\n${count} posts`)
console.table(
  builds.map(({ name, seconds }) => ({
    build: name,
    seconds: seconds.toFixed(1),
    'ms per post': ms(seconds),
  })),
)
console.table(weighPages())

function build(): number {
  const started = performance.now()
  const run = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, CONTENT_DIR },
  })
  if (run.status !== 0) {
    console.error(run.stdout, run.stderr)
    process.exit(1)
  }
  return (performance.now() - started) / 1000
}

function changeOnePost(): number {
  const posts = join(folder, CONTENT_DIR, 'posts')
  appendFileSync(join(posts, String(readdirSync(posts)[0])), '\nOne more line.\n')
  return build()
}

function ms(seconds: number): string {
  return ((seconds * 1000) / count).toFixed(1)
}

/**
 * Median and largest post page in bytes, gzipped: all of its HTML; what is left without the style sheet that stands
 * in it; its text alone; and how many times its text that is.
 */
function weighPages(): Record<string, unknown>[] {
  const pages = join(folder, '.next', 'server', 'app', 'posts')
  const weights = readdirSync(pages)
    .filter((name) => name.endsWith('.html'))
    .map((name) => {
      const html = readFileSync(join(pages, name), 'utf8')
      const bare = gzipSync(html.replaceAll(/<style[\s\S]*?<\/style>/g, '')).length
      const text = gzipSync(toText(fromHtml(html))).length
      return {
        page: name,
        HTML: gzipSync(html).length,
        'without style': bare,
        text,
        ratio: (bare / text).toFixed(2),
      }
    })
    .sort((a, b) => a.HTML - b.HTML)
  return [weights[Math.floor(weights.length / 2)], weights.at(-1)].filter((weight) => weight !== undefined)
}
