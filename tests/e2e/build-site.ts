import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CONTENT_DIR, copyProject, isGeneratedPublic, NOT_SOURCES, PROJECT } from './copy-project'
import { SITES, type SiteName } from './sites'

/**
 * Builds a site with `npm run build`, unless it is already built from the same files.
 * @param show Prints the output of the build, otherwise only if it fails.
 * @returns The folder to serve.
 * @throws If the build fails; its output has been printed.
 */
export function buildSite(name: SiteName, { show = false } = {}): string {
  const { content } = SITES[name]
  const folder = content ? copyProject(name, typeof content === 'string' ? content : content()) : PROJECT
  const record = join(PROJECT, '.e2e', `${name}.inputs`)
  const inputs = fingerprint(folder, { ...siteEnvironment(name), ...snapshotSource(name) })
  const isBuilt = existsSync(join(folder, '.next', 'BUILD_ID'))
  if (isBuilt && existsSync(record) && readFileSync(record, 'utf8') === inputs) return folder

  rmSync(record, { force: true })
  takeSnapshots(name, folder)
  const build = spawnSync('npm', ['run', 'build'], {
    cwd: folder,
    stdio: show ? 'inherit' : 'pipe',
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, ...siteEnvironment(name) },
  })
  if (build.status !== 0 && !show) console.error(build.stdout + build.stderr)
  if (build.status !== 0) throw new Error(`npm run build failed for the site "${name}" (${folder}).`)
  mkdirSync(dirname(record), { recursive: true })
  writeFileSync(record, inputs)
  return folder
}

/** For a site with snapshots, the server that provides them is an input of the build, too. */
function snapshotSource(name: SiteName): Record<string, string> {
  if (!SITES[name].snapshots) return {}
  return { otherSites: readFileSync(join(PROJECT, 'tests', 'e2e', 'other-sites.ts'), 'utf8') }
}

function takeSnapshots(name: SiteName, folder: string): void {
  const ids = SITES[name].snapshots?.() ?? []
  if (ids.length === 0) return
  const command = spawnSync('npx', ['tsx', 'tests/e2e/take-snapshots.ts', folder, ...ids], {
    cwd: PROJECT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...siteEnvironment(name) },
  })
  if (command.status !== 0) throw new Error(`npm run embeds failed for the site "${name}" (${folder}).`)
}

/** Environment variables for the site's build and server, in addition to the machine's. */
export function siteEnvironment(name: SiteName): Record<string, string> {
  const { content, environment } = SITES[name]
  return { ...(content ? { CONTENT_DIR } : {}), ...environment }
}

/** One hash over every file that a build reads, and its environment. */
function fingerprint(folder: string, environment: Record<string, string>): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, environment]))
  const files = readdirSync(folder)
    .filter((entry) => !NOT_SOURCES.has(entry))
    .flatMap((entry) => filesBelow(folder, entry))
    .filter((path) => !isGeneratedPublic(path))
  for (const path of files.sort()) hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

function filesBelow(folder: string, entry: string): string[] {
  const path = join(folder, entry)
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
}
