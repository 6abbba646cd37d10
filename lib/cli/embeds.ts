import { relative, resolve } from 'node:path'
import { SingleBar } from 'cli-progress'
import { Command, InvalidArgumentError } from 'commander'
import pc from 'picocolors'
import { generate } from '../build/generate'
import { readDocuments } from '../references/documents'
import { defaultEndpoints, type Endpoints, endpointsOf, replaceEndpoint } from '../snapshots/endpoints'
import { defaultHttp } from '../snapshots/http'
import { fetchSnapshots, type RunEntry, type RunReport } from '../snapshots/run'
import { embedsFolder } from '../snapshots/store'
import { listTargets } from '../snapshots/targets'
import { contentDir } from '../workspace'

const program = new Command()
  .name('npm run embeds --')
  .description(
    'Keeps what posts embed from other sites in content/embeds, so that no build or reader asks them.',
  )
  .argument('[names...]', 'only these: ids or addresses, as they stand in the posts')
  .option('--refresh', 'ask again for what is kept; a worse answer never replaces it', false)
  .option('--images', 'keep remote pictures themselves, not only their sizes', false)
  .option('--max-film <MB>', 'keep films up to this size; larger ones are a poster and a link', positive, 5)
  .option('--timeout <seconds>', 'for one answer', positive, defaultHttp.timeout / 1000)
  .option(
    '--endpoint <site=address>',
    `ask another server for a site (${Object.keys(defaultEndpoints).join(', ')}); also EMBED_ENDPOINTS, with commas`,
    addEndpoint,
    endpointsOf(process.env),
  )
  .addHelpText('after', '\nExamples:\n  npm run embeds\n  npm run embeds -- --refresh 1527638653878476800')
  .showHelpAfterError()
  .action(run)

await program.parseAsync()

async function run(names: string[], options: CliOptions): Promise<void> {
  const projectDir = process.cwd()
  // The build's own rendering finds every form of a tag, so this command needs no list of its own.
  await generate(projectDir)
  const { posts, pages, site } = await readDocuments(projectDir)
  const all = [...posts, ...pages, site].flatMap(({ rendered }) => listTargets(rendered))
  const targets =
    names.length > 0 ? all.filter(({ id, url }) => names.includes(id) || names.includes(url)) : all

  const folder = embedsFolder(resolve(projectDir, contentDir()))
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {url}',
    clearOnComplete: true,
    hideCursor: true,
  })
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  let done = 0
  const report = await fetchSnapshots(folder, targets, {
    endpoints: options.endpoint,
    http: { ...defaultHttp, timeout: options.timeout * 1000 },
    maxFilm: options.maxFilm * 1_000_000,
    keepPictures: options.images,
    refresh: options.refresh,
    signal: stop.signal,
    onStart: (total) => total > 0 && process.stderr.isTTY && bar.start(total, 0, { url: '' }),
    onDone: ({ url }) => bar.update(++done, { url }),
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
  for (const { target, reason } of entries) console.log(`${word} ${target.url}${reason && `: ${reason}`}`)
}

function positive(value: string): number {
  const number = Number(value)
  if (!(number > 0)) throw new InvalidArgumentError('It must be a number above 0.')
  return number
}

function addEndpoint(pair: string, endpoints: Endpoints): Endpoints {
  try {
    return replaceEndpoint(pair, endpoints)
  } catch (error) {
    throw new InvalidArgumentError(String(error instanceof Error ? error.message : error))
  }
}

interface CliOptions {
  refresh: boolean
  images: boolean
  maxFilm: number
  timeout: number
  endpoint: Endpoints
}
