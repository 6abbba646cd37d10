import { createHash } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Site } from '../model/document'
import type { Enhancement } from '../model/enhancement'
import { PublicFiles } from '../public-files'
import { writeFileAtomic } from '../write-file'
import { bundleResponses } from './responses'

/**
 * Bundles the enhancement script to `public/_quire/enhance-<hash>.js`, which may be cached forever, and the bytes for
 * the head. Pages read their names from `.quire/enhancement.json`.
 * @param projectDir absolute path of the folder that holds package.json
 * @param responses the responses that readers can leave; without it the script has no code for them
 */
export async function bundleEnhancement(
  projectDir: string,
  responses?: Site['responses'],
): Promise<Enhancement> {
  const [head, script] = await Promise.all([
    bundle('head.ts', 'esm'),
    bundle(responses ? 'enhance-with-responses.ts' : 'enhance.ts'),
  ])
  const name = `enhance-${createHash('sha256').update(script).digest('hex').slice(0, 10)}.js`
  const files = new PublicFiles(projectDir, 'enhance')
  const enhancement: Enhancement = {
    head: head.trim(),
    script: await files.write(name, script),
    responses: await bundleResponses(projectDir, responses),
  }
  await writeFileAtomic(path.join(projectDir, '.quire', 'enhancement.json'), JSON.stringify(enhancement))
  await files.removeStale()
  return enhancement
}

/**
 * Minified for the browsers of the last three years, without a source map: the file is small enough to be read.
 * @param format `esm` for code without imports or names of its own, which needs no function around it
 */
async function bundle(entry: string, format: 'esm' | 'iife' = 'iife'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(SOURCE, entry)],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: ['chrome115', 'firefox117', 'safari16.4'],
    legalComments: 'none',
  })
  return outputFiles.map(({ text }) => text).join('')
}

const SOURCE = fileURLToPath(new URL('../enhance/', import.meta.url))
