import type { CopyLabels } from '@/lib/enhance/copy'
import { LABELS } from '@/lib/enhance/labels'
import { speculationRules } from '@/lib/enhance/speculation-rules'
import type { Enhancement as Files } from '@/lib/model/enhancement'

/**
 * For the head of every page: the script that sets the theme before the first paint, the deferred script, and the
 * speculation rules. `<html>` needs `suppressHydrationWarning`, because the theme is its attribute.
 */
export function Enhancement({ head, script, copy, copied, share }: Files & CopyLabels & { share: string }) {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own bundle; lib/delivery lets it in by its hash */}
      <script dangerouslySetInnerHTML={{ __html: head }} />
      <script
        data-copied={copied === LABELS.copied ? undefined : copied}
        data-copy={copy === LABELS.copy ? undefined : copy}
        data-share={share === LABELS.share ? undefined : share}
        defer
        src={script}
      />
      <script
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
        dangerouslySetInnerHTML={{ __html: speculationRules }}
        type="speculationrules"
      />
    </>
  )
}
