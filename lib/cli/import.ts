import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative, resolve } from 'node:path'
import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { formatReport, formatSummary, listKept, REPORT_MARK } from '../import/format-report'
import { openSource } from '../import/open-source'
import { type ImportResult, readSiteText, runImport } from '../import/run-import'
import { printable } from '../model/printable'
import { defaultHttp } from '../snapshots/http'
import { contentDir } from '../workspace'
import { writeFileAtomic } from '../write-file'
import { fail } from './output/fail'

const program = new Command('npm run import --')
  .description(
    'Brings an old blog into content/posts. Overwrites nothing, and can be interrupted and run again.',
  )
  .argument('<source>', 'a folder of posts of any system, or an export, also as a zip')
  .option('--images', 'fetch the pictures that an export only links to', false)
  .option('--name <name>', 'name of the folder below content/posts; by default that of the source')
  .option('--dry-run', 'show what would happen, and write nothing', false)
  .addHelpText(
    'after',
    `
Exports: WordPress (XML), Ghost (JSON), Medium and Substack (zip), Blogger (XML), Hashnode and dev.to (JSON).
Markdown is copied unchanged. HTML is converted to Markdown; what Markdown cannot express stays HTML.

Examples:
  npm run import -- ../my-jekyll-blog
  npm run import -- ~/Downloads/myblog.wordpress.2026-01-31.xml --images
  npm run import -- ../my-old-blog --dry-run
`,
  )
  .showHelpAfterError('(npm run import -- --help shows every option)')
  .action((source: string, options: Options) => run(source, options).catch(fail))

await program.parseAsync()

async function run(path: string, options: Options): Promise<void> {
  const { source, close } = await openSource(resolve(path))
  const trial = options.dryRun ? await mkdtemp(join(tmpdir(), 'quire-dry-run-')) : undefined
  try {
    const projectDir = trial ?? process.cwd()
    const folder = trial ? join(trial, 'content') : resolve(contentDir())
    const site = trial && (await readSiteText(resolve(contentDir())))
    if (trial) await mkdir(folder)
    if (site) await writeFile(join(folder, 'site.yaml'), site)
    const stop = new AbortController()
    process.once('SIGINT', () => stop.abort())
    const bar = progressBar()
    const result = await runImport(source, {
      projectDir,
      contentDir: folder,
      images: options.images && !options.dryRun,
      ...(options.name && { name: options.name }),
      http: defaultHttp,
      signal: stop.signal,
      onProgress: bar.update,
    })
    bar.stop()
    if (stop.signal.aborted) {
      console.error('Interrupted. Run the same command again to continue.')
      process.exitCode = 130
      return
    }
    await print(result, basename(resolve(path)), trial !== undefined)
  } finally {
    await close()
    if (trial) await rm(trial, { recursive: true, force: true })
  }
}

async function print(result: ImportResult, source: string, isTrial: boolean): Promise<void> {
  const report = formatReport(result, source)
  if (isTrial) console.log(report)
  else {
    const file = await writeReport(result.folder, report)
    for (const { file: post, problems } of result.attention.slice(0, 10))
      console.log(printable(`${post}: ${problems[0]}`))
    if (result.attention.length > 10) console.log(`… and ${result.attention.length - 10} more.`)
    for (const path of listKept(result).slice(0, 10))
      console.log(printable(`content/${path}: not written, because a different file is there.`))
    console.log(`The complete report is in ${relative(process.cwd(), file)}.`)
  }
  console.log(formatSummary(result))
}

/** Replaces the report of an earlier run, and nothing else. */
async function writeReport(folder: string, report: string): Promise<string> {
  for (let count = 1; ; count++) {
    const file = resolve(`import-${basename(folder)}${count === 1 ? '' : `-${count}`}.md`)
    const before = await readFile(file, 'utf8').catch(() => undefined)
    if (before !== undefined && !before.startsWith(REPORT_MARK)) continue
    await writeFileAtomic(file, report)
    return file
  }
}

function progressBar() {
  const bar = new SingleBar({
    format: '{step} {bar} {value}/{total}',
    clearOnComplete: true,
    hideCursor: true,
  })
  let isOpen = false
  return {
    update: (step: string, done: number, all: number | undefined) => {
      if (!process.stderr.isTTY) return
      if (!isOpen) bar.start(all ?? done, done, { step })
      isOpen = true
      bar.setTotal(all ?? done)
      bar.update(done, { step })
    },
    stop: () => bar.stop(),
  }
}

interface Options {
  images: boolean
  name?: string
  dryRun: boolean
}
