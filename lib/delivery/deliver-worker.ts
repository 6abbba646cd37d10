import { readFile, writeFile } from 'node:fs/promises'
import pLimit from 'p-limit'
import { deliverPage, type PageOptions } from './deliver-page'
import type { PageFile } from './page-file'
import type { DeliveredPage } from './report'
import { readClientModules } from './scripts/client-modules'
import { styleInliner } from './styles/inline-styles'

/** Runs in a worker thread. Bundled by `bundle-code.ts`. */
export default async function deliverInThread({ files, ...task }: DeliveryTask): Promise<DeliveryResult[]> {
  options ??= readOptions(task)
  return deliverPages(files, await options)
}

/** Style sheets are parsed once for all pages of a thread. */
let options: Promise<PageOptions> | undefined

export async function readOptions({
  distDir,
  publicDir,
  allow,
  own,
}: Omit<DeliveryTask, 'files'>): Promise<PageOptions> {
  return {
    modules: await readClientModules(distDir),
    inlineStyles: styleInliner({ distDir, publicDir }),
    allow,
    own,
  }
}

/** Delivers pages, each to a file next to it: the pages themselves are replaced once all have succeeded. */
export function deliverPages(files: readonly PageFile[], options: PageOptions): Promise<DeliveryResult[]> {
  // While the files of some are read and written, another is parsed.
  const limit = pLimit(4)
  return Promise.all(files.map((page) => limit(() => deliverFile(page, options))))
}

async function deliverFile({ route, file }: PageFile, options: PageOptions): Promise<DeliveryResult> {
  try {
    const before = await readFile(file, 'utf8')
    const { html, ...outcome } = await deliverPage(before, options)
    await writeFile(deliveredFile(file), html)
    const bytesBefore = Buffer.byteLength(before)
    return { file, page: { route, ...outcome, bytesBefore, bytesAfter: Buffer.byteLength(html) } }
  } catch (error) {
    return { file, route, failure: error instanceof Error ? error.message : String(error) }
  }
}

/** Where a delivered page is stored until all are delivered. */
export function deliveredFile(file: string): string {
  return `${file}.delivered`
}

export interface DeliveryTask extends Pick<PageOptions, 'allow' | 'own'> {
  distDir: string
  publicDir: string
  files: PageFile[]
}

export type DeliveryResult =
  | { file: string; page: DeliveredPage }
  | { file: string; route: string; failure: string }
