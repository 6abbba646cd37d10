import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import type { ResponsesSettings } from '../model/document'
import type { Enhancement } from '../model/enhancement'
import { PublicFiles } from '../public-files'

/**
 * Makes the files that responses need beside the pages: their style sheet, the script of `/admin`, which signs in with a
 * passkey, and where comments ask for it the script that solves their challenges. Where responses are off there are none,
 * and those of an earlier build go.
 * @returns their root-relative addresses; undefined where responses are off
 */
export async function bundleResponses(
  projectDir: string,
  settings: ResponsesSettings | undefined,
): Promise<Enhancement['responses']> {
  const files = new PublicFiles(projectDir, 'responses')
  const made = settings && (await write(files, settings))
  await files.removeStale()
  return made
}

async function write(
  files: PublicFiles,
  { comments }: ResponsesSettings,
): Promise<NonNullable<Enhancement['responses']>> {
  const [theme, rules] = await Promise.all(
    ['app/styles/theme.css', 'components/responses/responses.css'].map((file) =>
      readFile(path.join(ROOT, file), 'utf8'),
    ),
  )
  // Tailwind's theme is a list of custom properties under another name.
  const css = `${theme?.replace('@theme {', ':root {')}\n${rules}`
  const { code } = await transform(css, { loader: 'css', minify: true, target: TARGET })
  const script = await bundle('lib/responses/admin/browser.ts', 'iife')
  const work = comments?.proofOfWork && (await bundle('lib/responses/comments/solve-work.ts', 'esm'))
  return {
    stylesheet: await files.write(named('responses', code, 'css'), code),
    adminScript: await files.write(named('responses-admin', script, 'js'), script),
    ...(work && { workScript: await files.write(named('responses-work', work, 'js'), work) }),
  }
}

async function bundle(entry: string, format: 'iife' | 'esm'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, entry)],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: TARGET,
    legalComments: 'none',
  })
  return outputFiles.map(({ text }) => text).join('')
}

function named(name: string, content: string, extension: string): string {
  return `${name}-${createHash('sha256').update(content).digest('hex').slice(0, 10)}.${extension}`
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TARGET = ['chrome123', 'firefox128', 'safari17.5']
