import { expect, test } from 'vitest'
import { writeDefinitions } from '@/lib/markdown/tags/write-definitions'

test('expands a tag in a link definition', () => {
  expect(writeDefinitions('[a]: {% post_url 2020-01-02-a %}#part "Title"', { tags: {} })).toBe(
    '[a]: post_url:2020-01-02-a#part "Title"',
  )
})

test('does not change code, even if it contains a shorter fence or one with a language', () => {
  const code = '[a]: {% post_url 2020-01-02-a %}'
  for (const text of [`\`\`\`\`md\n\`\`\`js\n${code}\n\`\`\`\`\n`, `\`\`\`md\n\`\`\`js\n${code}\n\`\`\`\n`]) {
    expect(writeDefinitions(text, { tags: {} })).toBe(text)
  }
})
