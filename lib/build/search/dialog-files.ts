import { createHash } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { PublicFiles } from '../../public-files'

/**
 * Bundles the dialog's script with its style sheet beside it. Its name only depends on its code: pages contain it, and
 * must not change with each post.
 * @returns the URL of the script
 */
export async function writeDialog(files: PublicFiles): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(SOURCE, 'dialog.ts'), path.join(SOURCE, 'dialog.css')],
    outdir: SOURCE,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome115', 'firefox117', 'safari16.4'],
    legalComments: 'none',
  })
  const hash = createHash('sha256')
    .update(outputFiles.map(({ text }) => text).join(''))
    .digest('hex')
    .slice(0, 10)
  const urls = await Promise.all(
    outputFiles.map(({ path: file, text }) => files.write(`dialog-${hash}/${path.basename(file)}`, text)),
  )
  return urls.find((url) => url.endsWith('.js')) ?? ''
}

const SOURCE = fileURLToPath(new URL('../../search/dialog/', import.meta.url))
