import { expect, test } from 'vitest'
import { countUnknownTags } from '../../../../lib/cli/output/print-problems'
import { renderMarkdown } from '../../../../lib/markdown/render'

test('counts unknown tags by name, the most used first', async () => {
  const { rendered } = await renderMarkdown(
    '{% zeta %}\n\n{% alpha %}\n\n{% zeta %}\n\n{{< alpha >}} {% zeta %}\n\n$\\nosuch$',
  )
  expect(countUnknownTags(rendered.problems)).toBe('zeta (3), alpha (2)')
  expect(countUnknownTags([])).toBe('')
})
