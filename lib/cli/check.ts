import { statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { SingleBar } from 'cli-progress'
import { Command, Option } from 'commander'
import { checkContent } from '../check/check-content'
import { checkExternalLinks } from '../check/external-links'
import { applyFixes } from '../check/fix/apply-fixes'
import { formatSarif } from '../check/format-sarif'
import { printable } from '../model/printable'
import { hasErrors, type Problem, sortProblems } from '../model/problem'
import { contentDir } from '../workspace'
import { fail } from './output/fail'
import { printProblems } from './output/print-problems'

const program = new Command('npm run check --')
  .description('Checks the content by every rule of the build, and gives advice before publishing.')
  .argument('[paths...]', 'print only problems of these files and folders')
  .option('--strict', 'fail on warnings too', false)
  .option('--fix', 'fix problems that have exactly one right answer', false)
  .option('--external', 'also ask other sites whether the pages you link to still exist', false)
  .option('--json', 'print JSON', false)
  .option('--sarif', 'print SARIF 2.1.0, for code scanning and editors', false)
  .addOption(
    new Option('--github', 'also annotate the lines of a pull request in GitHub Actions').default(
      process.env.GITHUB_ACTIONS === 'true',
      'on in GitHub Actions',
    ),
  )
  .addHelpText(
    'after',
    `
Examples:
  npm run check
  npm run check -- content/posts/hello.md
  npm run check -- --fix
  npm run check -- --strict --github
  npm run check -- --sarif > check.sarif

The exit code is 1 if there is an error, or, with --strict, a warning.
--fix repairs damaged characters, adds old URLs that posts link to, unifies the spelling of tags, takes a date
from the file name if the written one is invalid, and gives decoration an empty alternative text. It keeps
comments and the order of keys, and never writes a file that it cannot read back.`,
  )
  .showHelpAfterError('(npm run check -- --help shows every option)')
  .action((paths: string[], options: Options) => run(paths, options).catch(fail))

await program.parseAsync()

async function run(paths: string[], options: Options): Promise<void> {
  const projectDir = process.cwd()
  const isWanted = selectFiles(projectDir, paths)
  const isMachine = options.json || options.sarif
  const check = { projectDir, contentDir: contentDir(), now: new Date() }
  const bar = new SingleBar({ format: '{bar} {value}/{total}', clearOnComplete: true, hideCursor: true })
  let checked = await checkContent({
    ...check,
    onProgress: (done, all) => {
      if (!process.stderr.isTTY) return
      if (done === 1) bar.start(all, 0)
      bar.update(done)
    },
  })
  bar.stop()
  if (options.fix) {
    const { done, left } = await applyFixes(projectDir, checked, isWanted)
    if (!isMachine) {
      for (const { file, description } of done) console.log(printable(`${file}: ${description}`))
      for (const { file, description, reason } of left) {
        console.error(printable(`${file}: skipped because ${reason}: ${description}`))
      }
    }
    if (done.length > 0) checked = await checkContent(check)
  }
  const external = options.external ? await checkExternalLinks(projectDir, checked.documents) : []
  const problems = sortProblems([...checked.problems, ...external]).filter(({ file }) => isWanted(file))
  const documents = checked.documents.filter(({ staged }) => isWanted(staged.settings.source.file)).length

  if (options.sarif) console.log(formatSarif(problems))
  else if (options.json) console.log(JSON.stringify({ documents, problems }, null, 2))
  else {
    await printProblems(problems, { github: options.github, sourceOf: projectDir })
    printSummary(problems, checked.content.extraKeys, documents, paths.length === 0)
  }
  process.exitCode = hasErrors(problems) || (options.strict && problems.length > 0) ? 1 : 0
}

function printSummary(
  problems: readonly Problem[],
  extraKeys: Record<string, number>,
  documents: number,
  isWhole: boolean,
): void {
  const kept = isWhole ? Object.entries(extraKeys).map(([key, count]) => `${key} (${count})`) : []
  if (kept.length > 0) console.log(printable(`Kept in \`extra\`, not used by the site: ${kept.join(', ')}.`))
  console.log(
    `Checked ${documents} document${documents === 1 ? '' : 's'}${problems.length === 0 ? ': no problems' : ''}.`,
  )
}

/** @returns whether a file, relative to the project, is one of these paths or below one */
function selectFiles(projectDir: string, paths: readonly string[]): (file: string) => boolean {
  if (paths.length === 0) return () => true
  const wanted = paths.map((path) => {
    if (!statSync(path, { throwIfNoEntry: false })) throw new Error(`There is no file or folder “${path}”.`)
    return relative(projectDir, resolve(path)).split(sep).join('/')
  })
  return (file) => wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`))
}

interface Options {
  strict: boolean
  fix: boolean
  external: boolean
  json: boolean
  sarif: boolean
  github: boolean
}
