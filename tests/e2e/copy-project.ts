import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder that holds package.json. Playwright, Vitest and the test command run there. */
export const PROJECT = process.cwd()

/** The name of a copy's content folder: different from `content`, so that code which ignores `CONTENT_DIR` fails. */
export const CONTENT_DIR = 'words'

/** Entries of a project folder that no build reads. */
export const NOT_SOURCES = new Set([
  ...['node_modules', 'tests', 'docs', 'test-results', 'playwright-report'],
  ...['playwright.config.ts', 'vitest.config.ts'],
  ...['.git', '.github', '.ci', '.e2e', 'data', '.next', '.quire', '.contentlayer', '.vercel'],
  ...['tsconfig.tsbuildinfo', 'next-env.d.ts'],
])

/** What an earlier build left in a copy and a rebuild may use. */
const CACHES = new Set(['.next', '.quire', '.contentlayer'])

/**
 * Copies the project, with other content, to a folder below `.e2e/`: its dependencies are found upwards, its output
 * and caches are its own. What an earlier build left there stays, so that a rebuild has its caches.
 * @param name The folder below `.e2e/`.
 * @param content A content folder to copy, or files by path.
 * @returns The folder, absolute.
 */
export function copyProject(name: string, content: string | Record<string, string | Uint8Array>): string {
  const folder = join(PROJECT, '.e2e', name)
  mkdirSync(folder, { recursive: true })
  for (const entry of readdirSync(folder)) {
    // In `public` only files that the site's own build has written are kept: a site that is not built again serves
    // them.
    if (entry === 'public') removeSources(join(folder, entry))
    else if (!CACHES.has(entry)) rmSync(join(folder, entry), { recursive: true })
  }
  for (const entry of readdirSync(PROJECT)) {
    if (NOT_SOURCES.has(entry) || entry === 'content') continue
    cpSync(join(PROJECT, entry), join(folder, entry), {
      recursive: true,
      preserveTimestamps: true,
      filter: (path) => !isGeneratedPublic(path),
    })
  }
  writeContent(join(folder, CONTENT_DIR), content)
  return folder
}

/** `public/_quire` is written by each site's own build. */
export function isGeneratedPublic(path: string): boolean {
  return /[\\/]public[\\/]_quire(?:[\\/]|$)/.test(path)
}

function removeSources(folder: string): void {
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry)
    if (!isGeneratedPublic(path)) rmSync(path, { recursive: true })
  }
}

function writeContent(folder: string, content: string | Record<string, string | Uint8Array>): void {
  mkdirSync(folder, { recursive: true })
  if (typeof content === 'string') {
    cpSync(content, folder, { recursive: true })
    return
  }
  for (const [path, text] of Object.entries(content)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
