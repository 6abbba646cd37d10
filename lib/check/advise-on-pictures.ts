import { stat } from 'node:fs/promises'
import pLimit from 'p-limit'
import type { Source } from '../model/document'
import type { Problem } from '../model/problem'
import type { RenderedDocument } from '../references/documents'
import { isElsewhere } from '../references/own-files'

/** 2 MB: a photo of 4,000 × 3,000 pixels fits as a JPEG of quality 80, and Git keeps every version forever. */
const MAX_PICTURE_BYTES = 2_000_000

/** Reports pictures that are larger than any page needs: once per file, at the first place that shows it. */
export async function adviseOnPictures(
  documents: readonly RenderedDocument[],
  find: FindFile,
): Promise<Problem[]> {
  const first = new Map<string, Omit<Problem, 'message'> & { url: string }>()
  for (const { staged, rendered } of documents) {
    const { source } = staged.settings
    for (const { url, line, column } of rendered.images) {
      const path = isElsewhere(url) ? undefined : find(url, source)
      if (path === undefined || first.has(path)) continue
      first.set(path, {
        url,
        severity: 'warning',
        rule: 'writing/large-picture',
        file: source.file,
        line,
        column,
        hint: 'Make it smaller: 2,400 pixels are enough for any screen.',
      })
    }
  }
  const limit = pLimit(32)
  const found = await Promise.all(
    [...first].map(([path, { url, ...problem }]) =>
      limit(async (): Promise<Problem[]> => {
        const { size } = await stat(path)
        if (size <= MAX_PICTURE_BYTES) return []
        return [{ ...problem, message: `The picture “${url}” is ${(size / 1e6).toFixed(1)} MB in size.` }]
      }),
    ),
  )
  return found.flat()
}

/** Finds the file that an address in a document means; undefined if there is none. */
export type FindFile = (url: string, source: Source) => string | undefined
