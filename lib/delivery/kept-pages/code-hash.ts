import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Hashes every file that can affect pages, apart from content: the whole project except generated files,
 * tests and documentation. This is more than pages import, so that no list can be incomplete; the lockfile represents packages.
 * Environment variables that this code reads are included.
 * @param contentDir the author's folder, from `contentDir()`
 */
export async function hashCode(
  projectDir: string,
  contentDir: string,
  env: Record<string, string | undefined> = process.env,
): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  const names = new Set<string>()
  for (const path of await listCode(projectDir, contentDir)) {
    const text = await readFile(join(projectDir, path))
    hash.update(`\0${path}\0`).update(text)
    for (const [, name = ''] of text.toString('latin1').matchAll(/\benv(?:ironment)?\.([A-Z][A-Z\d_]+)/g))
      names.add(name)
  }
  for (const name of [...names].sort()) if (decides(name, env)) hash.update(`\0${name}=${env[name] ?? ''}`)
  return hash.digest('hex')
}

/**
 * The commit of a build is different every time, and only shown in previews. Pagefind's variables are set by the build
 * itself, only where it writes an index.
 */
function decides(name: string, env: Record<string, string | undefined>): boolean {
  return (
    !/^VERCEL_(?:GIT_|URL|DEPLOYMENT_)|^PAGEFIND_|^(?:PORT|CI|NEXT_RUNTIME|NEXT_ADAPTER_PATH)$/.test(name) ||
    env.VERCEL_ENV === 'preview'
  )
}

async function listCode(projectDir: string, contentDir: string): Promise<string[]> {
  const entries = await readdir(projectDir, { withFileTypes: true })
  const found: string[] = []
  for (const entry of entries) {
    if (entry.name.startsWith('.') || NOT_CODE.has(entry.name) || entry.name === contentDir) continue
    if (entry.isFile() && /\.(?:[cm]?[jt]sx?|json)$/.test(entry.name)) found.push(entry.name)
    if (!entry.isDirectory()) continue
    const inside = await readdir(join(projectDir, entry.name), { recursive: true, withFileTypes: true })
    found.push(
      ...inside
        .filter((file) => file.isFile())
        .map((file) => join(file.parentPath, file.name).slice(projectDir.length + 1)),
    )
  }
  return found.sort()
}

const NOT_CODE = new Set([
  ...['node_modules', 'public', 'tests', 'docs', 'content', 'coverage', 'test-results', 'playwright-report'],
  ...['next-env.d.ts', 'vitest.config.ts', 'playwright.config.ts', 'biome.json'],
])
