import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { speculationRules } from '../../enhance/speculation-rules'
import type { Enhancement } from '../../model/enhancement'
import { listPublicFiles } from '../../public-files'
import { PUBLIC_BASE } from '../../urls/public-base'

/**
 * The scripts that the project puts into pages, known by their text or URL before any page is read. Your own script
 * that is inlined in a page (a snippet of an analytics service) is added here; one that is loaded only needs its
 * host in `allow.scripts` in site.yaml.
 * @param projectDir absolute path of the folder that holds package.json, after `generate`
 */
export async function readOwnScripts(projectDir: string): Promise<OwnScripts> {
  const { head, script }: Enhancement = JSON.parse(
    await readFile(path.join(projectDir, '.quire', 'enhancement.json'), 'utf8'),
  )
  const bundled = (await listPublicFiles(projectDir, 'enhance')).map((name) => `${PUBLIC_BASE}/${name}`)
  return { inline: new Set([head, speculationRules]), urls: new Set([script, ...bundled]) }
}

export interface OwnScripts {
  /** The text between `<script>` and `</script>`. */
  inline: ReadonlySet<string>
  /** `src` as in the page. */
  urls: ReadonlySet<string>
}
