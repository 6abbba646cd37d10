import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readShareColors } from '../../share-images/theme-colors'

/** The colors of share images: those of the author's `app/styles/theme.css`, read once when `dev` starts. */
export const shareColors = readShareColors(
  readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'app', 'styles', 'theme.css'), 'utf8'),
)
