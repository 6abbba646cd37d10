import { relative } from 'node:path'
import { SingleBar } from 'cli-progress'
import { Command, InvalidArgumentError, Option } from 'commander'
import pc from 'picocolors'
import { generate } from '../build/generate'
import { printable } from '../model/printable'
import { hasErrors } from '../model/problem'
import { readTargets } from '../references/embed-targets'
import { defaultEndpoints, type Endpoints, parseEndpoints } from '../snapshots/endpoints'
import { DEFAULT_MAX_VIDEO } from '../snapshots/fetch'
import { defaultHttp } from '../snapshots/http'
import { fetchSnapshots, type RunEntry, type RunReport } from '../snapshots/run'
import { pruneSnapshots } from '../snapshots/store'
import { fail } from './output/fail'

const program = new Command()
  .name('npm run embeds --')
  .description(
    'Stores what posts embed from other sites in content/embeds, so that neither builds nor readers request it there.',
  )
  .argument('[names...]', 'only these: ids or URLs, as written in the posts')
  .option('--refresh', 'fetch stored snapshots again; a worse answer never replaces one', false)
  .option('--prune', 'delete the snapshots that no post or page uses any more', false)
  .option('--images', 'store remote pictures too, not only their sizes', false)
  .option(
    '--max-video <MB>',
    'store videos up to this size; larger ones become a poster and a link',
    positive,
    DEFAULT_MAX_VIDEO / 1_000_000,
  )
  .option('--timeout <seconds>', 'maximum for one request', positive, defaultHttp.timeout / 1000)
  .addOption(
    new Option(
      '--endpoints <list>',
      `other servers for ${Object.keys(defaultEndpoints).join(', ')}: site=address,…`,
    )
      .argParser(endpoints)
      .default(defaultEndpoints, 'the sites themselves')
      .env('EMBED_ENDPOINTS'),
  )
  .addHelpText(
    'after',
    '\nExamples:\n  npm run embeds\n  npm run embeds -- --refresh 1527638653878476800\n  npm run embeds -- --prune',
  )
  .showHelpAfterError('(npm run embeds -- --help shows every option)')
  .action((names: string[], options: CliOptions) => run(names, options).catch(fail))

await program.parseAsync()

async function run(names: string[], options: CliOptions): Promise<void> {
  const projectDir = process.cwd()
  const { problems } = await generate(projectDir)
  if (hasErrors(problems)) console.error('Posts with errors are skipped: npm run check lists them.')
  const { targets: all, folder } = await readTargets(projectDir)
  if (options.prune) {
    // A post with an error is not read, so its snapshots would be deleted.
    if (hasErrors(problems))
      throw new Error('Nothing was deleted: fix the errors that npm run check reports first.')
    const pruned = await pruneSnapshots(folder, all)
    for (const file of pruned) console.log(printable(`deleted ${file}`))
    console.log(`${pruned.length} snapshots deleted.`)
    return
  }
  const unknown = names.find((name) => !all.some(({ id, url }) => id === name || url === name))
  if (unknown) return program.error(`error: no post or page embeds “${unknown}”.`)
  const targets =
    names.length > 0 ? all.filter(({ id, url }) => names.includes(id) || names.includes(url)) : all

  const bar = new SingleBar({
    format: '{bar} {value}/{total} {url}',
    clearOnComplete: true,
    hideCursor: true,
  })
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  let done = 0
  const report = await fetchSnapshots(folder, targets, {
    endpoints: options.endpoints,
    http: { ...defaultHttp, timeout: options.timeout * 1000 },
    maxVideo: options.maxVideo * 1_000_000,
    keepPictures: options.images,
    refresh: options.refresh,
    keepGone: true,
    signal: stop.signal,
    onStart: (total) => total > 0 && process.stderr.isTTY && bar.start(total, 0, { url: '' }),
    onDone: ({ url }) => bar.update(++done, { url: printable(url) }),
  })
  bar.stop()
  print(report, relative(projectDir, folder))
  process.exitCode = stop.signal.aborted ? 130 : report.failed.length > 0 ? 1 : 0
}

function print({ present, fetched, gone, kept, failed }: RunReport, folder: string): void {
  list(fetched, pc.green('fetched'))
  list(gone, pc.yellow('gone'))
  list(kept, pc.yellow('kept as it was'))
  list(failed, pc.red('failed'))
  const numbers = { fetched, gone, 'kept as they were': kept, failed }
  const counts = Object.entries(numbers).map(([word, entries]) => `${entries.length} ${word}`)
  console.log(`${counts.join(', ')}; ${present} had nothing to fetch.`)
  if (fetched.length + gone.length > 0) console.log(`Commit ${folder}.`)
  if (failed.length > 0) console.log('Run the command again to try what failed.')
}

function list(entries: readonly RunEntry[], word: string): void {
  for (const { target, reason } of entries)
    console.log(`${word} ${printable(`${target.url}${reason && `: ${reason}`}`)}`)
}

function positive(value: string): number {
  const number = Number(value)
  if (!(number > 0)) throw new InvalidArgumentError('It must be a number above 0.')
  return number
}

function endpoints(list: string): Endpoints {
  try {
    return parseEndpoints(list)
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error))
  }
}

interface CliOptions {
  prune: boolean
  refresh: boolean
  images: boolean
  maxVideo: number
  timeout: number
  endpoints: Endpoints
}
