import { statSync } from 'node:fs'
import { resolve, sep } from 'node:path'

/**
 * The size of the file that Next would serve for a path.
 * @param path of a URL, still encoded
 * @param project the folder that `next start` runs in
 * @returns bytes; undefined where there is no such file in `public` or in the build
 */
export function servedFileSize(path: string, project = process.cwd()): number | undefined {
  const [, built] = /^\/_next\/static\/(.*)$/s.exec(path) ?? []
  const root = resolve(/* turbopackIgnore: true */ project, built === undefined ? 'public' : '.next/static')
  try {
    const file = resolve(/* turbopackIgnore: true */ root, `.${sep}${decodeURIComponent(built ?? path)}`)
    if (!file.startsWith(root + sep)) return undefined
    const info = statSync(file, { throwIfNoEntry: false })
    return info?.isFile() ? info.size : undefined
  } catch {
    // Not decodable, a NUL in it, longer than a name may be: no file.
    return undefined
  }
}

/**
 * Reads a `Range` header for a file.
 * @param size of the file in bytes
 * @returns the header with all that Next can serve, undefined where it is to be ignored (another unit, not a range), or
 *   `unsatisfiable` where no part of the file is meant
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
 */
export function readRange(header: string, size: number): string | 'unsatisfiable' | undefined {
  const [, list] = /^\s*bytes\s*=(.*)$/i.exec(header) ?? []
  const specs = (list ?? '').split(',').map((spec) => /^\s*(\d*)\s*-\s*(\d*)\s*$/.exec(spec))
  const ranges: string[] = []
  for (const spec of specs) {
    const [, first = '', last = ''] = spec ?? []
    if (first === '' && last === '') return undefined
    if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined
    // The last bytes: all of them where fewer exist.
    const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
    const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
    if (start <= end) ranges.push(`${start}-${end}`)
  }
  return ranges.length === 0 ? 'unsatisfiable' : `bytes=${ranges.join(',')}`
}
