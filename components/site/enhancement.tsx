import { speculationRules } from '@/lib/enhance/speculation-rules'
import type { Enhancement as Files } from '@/lib/model/enhancement'

/**
 * For the head of every page: the script that sets the theme before the first paint, the deferred script, and the
 * speculation rules. `<html>` needs `suppressHydrationWarning`, because the theme is its attribute.
 */
export function Enhancement({ head, script }: Files) {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own bundle; lib/delivery lets it in by its hash */}
      <script dangerouslySetInnerHTML={{ __html: head }} />
      <script defer src={script} />
      <script
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
        dangerouslySetInnerHTML={{ __html: speculationRules }}
        type="speculationrules"
      />
    </>
  )
}
