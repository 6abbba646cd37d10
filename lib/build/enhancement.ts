import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Enhancement } from '../model/enhancement'

/**
 * Bundles the enhancement script to `public/assets/enhance-<hash>.js`, which may be cached for ever, and the bytes for
 * the head. Their names are told to the pages in `.quire/enhancement.json`.
 * @param projectDir absolute path of the folder that holds package.json
 */
export async function bundleEnhancement(projectDir: string): Promise<Enhancement> {
  const [head, script] = await Promise.all([bundle('head.ts'), bundle('enhance.ts')])
  const name = `enhance-${createHash('sha256').update(script).digest('hex').slice(0, 10)}.js`
  const enhancement = { head: head.trim(), script: `/assets/${name}` }
  const assets = path.join(projectDir, 'public', 'assets')
  await mkdir(assets, { recursive: true })
  await mkdir(path.join(projectDir, '.quire'), { recursive: true })
  await writeFile(path.join(assets, name), script)
  await writeFile(path.join(projectDir, '.quire', 'enhancement.json'), JSON.stringify(enhancement))
  const stale = (await readdir(assets)).filter((file) => /^enhance-.*\.js$/.test(file) && file !== name)
  await Promise.all(stale.map((file) => rm(path.join(assets, file))))
  return enhancement
}

/** Minified for the browsers of the last three years, without a source map: the file is small enough to be read. */
async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(SOURCE, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome115', 'firefox117', 'safari16.4'],
    legalComments: 'none',
  })
  return outputFiles.map(({ text }) => text).join('')
}

const SOURCE = fileURLToPath(new URL('../enhance/', import.meta.url))
