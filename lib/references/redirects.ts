import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { StagedPost } from '../model/document'
import type { Problem } from '../model/problem'
import { decodePercent } from '../urls/decode'
import { canonicalPath } from '../urls/normalize-path'
import { isPublished } from '../visibility'
import type { RenderedDocument } from './documents'
import { redirectToUnpublished } from './link-problems'
import type { LinkContext } from './links'
import { whyUnseen } from './unpublished'

/**
 * Checks where a post's `redirect_to` leads at the moment of the build. A redirect to something that readers do not see
 * would send them to a page that does not exist.
 * @returns the target; undefined if the post is shown itself
 */
export async function checkRedirect(
  { staged }: RenderedDocument<StagedPost>,
  { index, moment }: LinkContext,
  projectDir: string,
): Promise<{ target?: string; problems: Problem[] }> {
  const { redirectTo, settings } = staged
  if (redirectTo === undefined) return { problems: [] }
  const found = index.byAddress.get(canonicalPath(decodePercent(redirectTo)))
  const target = found?.kind === 'post' ? found : undefined
  const unpublished = target && whyUnseen(target.document.staged, staged, moment)
  if (!target || !unpublished) return { target: redirectTo, problems: [] }
  const { draft, date } = target.document.staged
  const place = await placeOfKey(resolve(projectDir, settings.source.file))
  return {
    target: isPublished({ draft, date }, moment) ? redirectTo : undefined,
    problems: [redirectToUnpublished({ url: redirectTo, ...place }, settings.source, target, unpublished)],
  }
}

/** Front matter is not staged with its places; the key has few spellings. */
async function placeOfKey(file: string): Promise<{ line: number; column: number }> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const line = lines.findIndex((text) => /^\s*["']?redirect[\s_-]?to["']?\s*[:=]/i.test(text))
  return { line: Math.max(line, 0) + 1, column: 1 }
}
