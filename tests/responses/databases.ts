import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../e2e/free-port'

const LIBSQL = 'a libSQL server'
const SQLD = findProgram('sqld', process.env.SQLD)

/**
 * The databases that tests of responses run against: a file, a real PostgreSQL, and libSQL's own server, which is what
 * Turso runs, if `SQLD` names it or it is in the PATH. It is rarely installed, so its absence does not count as skipped
 * tests.
 */
export const DATABASES: readonly DatabaseKind[] = [
  { name: 'a file', missing: undefined, start: startFile },
  { name: 'PostgreSQL', missing: missingPostgres(), start: startPostgres },
  ...(SQLD ? [{ name: LIBSQL, missing: undefined, start: () => startLibsql(SQLD) }] : []),
]

/** The names of all, including those that are not available on this machine. */
export const DATABASE_NAMES = ['a file', 'PostgreSQL', LIBSQL]

/** A new, empty database. */
export interface TestDatabase {
  url: string
  stop(): Promise<void>
}

export interface DatabaseKind {
  name: string
  /** Why its tests cannot run on this machine. */
  missing: string | undefined
  start(): Promise<TestDatabase>
}

async function startFile(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'quire-file-'))
  return {
    url: `file:${join(folder, 'data', 'quire.db')}`,
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Creates a cluster in a temporary folder and serves it on localhost only. PostgreSQL refuses to run as root. */
async function startPostgres(): Promise<TestDatabase> {
  const programs = postgresPrograms()
  if (!programs) throw new Error(missingPostgres())
  const folder = mkdtempSync(join(tmpdir(), 'quire-pg-'))
  const data = join(folder, 'data')
  const port = await freePort()
  if (isRoot) {
    chmodSync(folder, 0o777)
  }
  run(`'${programs}/initdb' -D '${data}' -U quire --auth=trust --no-sync --encoding=UTF8 --locale=C`)
  run(
    `'${programs}/pg_ctl' -D '${data}' -w -l '${folder}/log' -o "-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=60" start`,
  )
  return {
    url: `postgres://quire@127.0.0.1:${port}/postgres`,
    stop: async () => {
      run(`'${programs}/pg_ctl' -D '${data}' -w -m immediate stop`)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Serves an empty database on localhost only. */
async function startLibsql(program: string): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'quire-sqld-'))
  const port = await freePort()
  const server = spawn(
    program,
    ['--db-path', join(folder, 'data'), '--http-listen-addr', `127.0.0.1:${port}`],
    {
      stdio: 'ignore',
      cwd: folder,
    },
  )
  const ended = once(server, 'exit')
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    const answer = await fetch(`${url}/health`).catch(() => undefined)
    if (answer?.ok) break
    if (server.exitCode !== null) throw new Error(`${program} ended with ${server.exitCode}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    url,
    stop: async () => {
      server.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function findProgram(name: string, named?: string): string | undefined {
  const paths = [
    ...(named ? [named] : []),
    ...(process.env.PATH ?? '').split(':').map((path) => join(path, name)),
  ]
  return paths.find((path) => existsSync(path))
}

function run(command: string): void {
  const [program, args] = isRoot ? ['su', ['postgres', '-c', command]] : ['sh', ['-c', command]]
  // Not piped: the server would keep a pipe open.
  const { status } = spawnSync(program, args, { stdio: 'ignore', cwd: tmpdir() })
  if (status !== 0) throw new Error(`${command} ended with ${status}.`)
}

function missingPostgres(): string | undefined {
  return postgresPrograms()
    ? undefined
    : 'there is no PostgreSQL server here (Debian: apt install postgresql)'
}

/** Debian keeps the programs of each version in a separate folder; elsewhere they are in the PATH. */
function postgresPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')))
}

const isRoot = process.getuid?.() === 0
