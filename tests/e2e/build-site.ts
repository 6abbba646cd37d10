import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PROJECT, SITES, type SiteName } from './sites'

/**
 * Builds a site by the author's own command, unless it stands there built from the very same files.
 * A site with its own content is a copy of the project in `.e2e/<site>/`: its dependencies are found upwards,
 * its output and caches are its own.
 * @returns The folder to serve.
 * @throws Where the build fails; its output has been printed.
 */
export function buildSite(name: SiteName): string {
  const folder = siteFolder(name)
  if (folder !== PROJECT) copyProject(name, folder)
  const record = join(PROJECT, '.e2e', `${name}.inputs`)
  const inputs = fingerprint(folder, siteEnvironment(name))
  const isBuilt = existsSync(join(folder, '.next', 'BUILD_ID'))
  if (isBuilt && existsSync(record) && readFileSync(record, 'utf8') === inputs) return folder

  rmSync(record, { force: true })
  const build = spawnSync('npm', ['run', 'build'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...siteEnvironment(name) },
  })
  if (build.status !== 0) throw new Error(`npm run build failed for the site "${name}" (${folder}).`)
  mkdirSync(dirname(record), { recursive: true })
  writeFileSync(record, inputs)
  return folder
}

/** What the site's build and server find in their environment beside the machine's own. */
export function siteEnvironment(name: SiteName): Record<string, string> {
  const { content, environment } = SITES[name]
  return { ...(content ? { CONTENT_DIR } : {}), ...environment }
}

/** Another name than `content`, so that a rule which forgets `CONTENT_DIR` is found out. */
const CONTENT_DIR = 'words'

/** Never part of a copy: what is generated, what only the project's own people need, and the project's own content. */
const NOT_COPIED = new Set([
  ...['node_modules', 'content', 'tests', 'docs', 'test-results', 'playwright-report'],
  ...['.git', '.github', '.ci', '.e2e', '.next', '.quire', '.contentlayer', '.vercel', '.lighthouse'],
  ...['tsconfig.tsbuildinfo', 'next-env.d.ts'],
])

const GENERATED = [
  '.next',
  '.quire',
  '.contentlayer',
  'node_modules',
  'tsconfig.tsbuildinfo',
  'next-env.d.ts',
]

function siteFolder(name: SiteName): string {
  return SITES[name].content ? join(PROJECT, '.e2e', name) : PROJECT
}

/** Replaces everything but what the last build left, so that a rebuild has its caches. */
function copyProject(name: SiteName, folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const entry of readdirSync(folder)) {
    if (!GENERATED.includes(entry)) rmSync(join(folder, entry), { recursive: true })
  }
  for (const entry of readdirSync(PROJECT)) {
    if (!NOT_COPIED.has(entry)) {
      cpSync(join(PROJECT, entry), join(folder, entry), {
        recursive: true,
        preserveTimestamps: true,
        filter: (path) => !isGeneratedPublic(path),
      })
    }
  }
  const content = SITES[name].content
  const words = join(folder, CONTENT_DIR)
  mkdirSync(words, { recursive: true })
  if (typeof content === 'string') cpSync(content, words, { recursive: true })
  if (typeof content === 'function') {
    for (const [path, text] of Object.entries(content())) {
      mkdirSync(dirname(join(words, path)), { recursive: true })
      writeFileSync(join(words, path), text)
    }
  }
}

/** `public/media` and `public/assets` are written by each site's own build. */
function isGeneratedPublic(path: string): boolean {
  return path === join(PROJECT, 'public', 'media') || path === join(PROJECT, 'public', 'assets')
}

/** One hash over every file that a build reads, and its environment. */
function fingerprint(folder: string, environment: Record<string, string>): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, environment]))
  for (const path of sourceFiles(folder))
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

function sourceFiles(folder: string): string[] {
  const skipped = new Set([...NOT_COPIED].filter((entry) => entry !== 'content'))
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
    )
    .filter((path) => !/[\\/]public[\\/](media|assets)[\\/]/.test(path))
    .sort()
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
