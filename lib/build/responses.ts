import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { PublicFiles } from '../public-files'

/**
 * Makes the files that responses need beside the pages: their style sheet, and the script of `/admin`, which signs in
 * with a passkey. Where responses are off there are none, and those of an earlier build go.
 * @returns their root-relative addresses; undefined where responses are off
 */
export async function bundleResponses(
  projectDir: string,
  enabled: boolean,
): Promise<ResponsesFiles | undefined> {
  const files = new PublicFiles(projectDir, 'responses')
  const made = enabled ? await write(files) : undefined
  await files.removeStale()
  return made
}

async function write(files: PublicFiles): Promise<ResponsesFiles> {
  const [theme, rules] = await Promise.all(
    ['app/styles/theme.css', 'components/responses/responses.css'].map((file) =>
      readFile(path.join(ROOT, file), 'utf8'),
    ),
  )
  // Tailwind's theme is a list of custom properties under another name.
  const css = `${theme?.replace('@theme {', ':root {')}\n${rules}`
  const { code } = await transform(css, { loader: 'css', minify: true, target: TARGET })
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, 'lib/responses/admin/browser.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: TARGET,
    legalComments: 'none',
  })
  const script = outputFiles.map(({ text }) => text).join('')
  return {
    stylesheet: await files.write(named('responses', code, 'css'), code),
    adminScript: await files.write(named('responses-admin', script, 'js'), script),
  }
}

function named(name: string, content: string, extension: string): string {
  return `${name}-${createHash('sha256').update(content).digest('hex').slice(0, 10)}.${extension}`
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TARGET = ['chrome123', 'firefox128', 'safari17.5']

export interface ResponsesFiles {
  stylesheet: string
  adminScript: string
}
