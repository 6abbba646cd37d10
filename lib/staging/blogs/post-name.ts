import { splitDatePrefix } from '../../urls/slug'

/** The name of a post's file without its extension, or of its folder where it is a bundle (`x/index.md`). */
export function nameOfFile(path: string): string {
  const segments = path.split('/')
  const stem = (segments.at(-1) ?? path).replace(/\.[^.]+$/, '')
  return stem === 'index' ? (segments.at(-2) ?? stem) : stem
}

/** A title for a post that has none but its file's name: `2021-07-15-hello-world` is `Hello world`. */
export function titleOfName(name: string): string {
  const words = splitDatePrefix(name)
    .rest.replace(/[-_\s]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
