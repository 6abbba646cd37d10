import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dialectOf } from '../../../lib/dialects/dialects'
import { frontMatterSchema } from '../../../lib/editors/front-matter-schema'
import { siteSchema } from '../../../lib/editors/site-schema'
import { renderMarkdown } from '../../../lib/markdown/render'
import { TABLE } from '../../../lib/staging/front-matter/field-table'
import { readFields } from '../../../lib/staging/front-matter/read-fields'
import { readFrontMatter } from '../../../lib/staging/front-matter/read-front-matter'

describe('schemas for editors', () => {
  test.each([
    ['front-matter', frontMatterSchema],
    ['site', siteSchema],
  ])('%s.schema.json is up to date (npm run schemas)', (name, make) => {
    expect(JSON.parse(readFileSync(`.vscode/${name}.schema.json`, 'utf8'))).toEqual(make())
  })

  test('contain every key of the field table with its type', () => {
    const { properties } = frontMatterSchema()
    const keys = Object.values(TABLE).flatMap((field) => field.map(([key]) => key))
    expect(Object.keys(properties ?? {}).sort()).toEqual([...new Set(keys)].sort())
    expect(properties).toMatchObject({ draft: { type: 'boolean' } })
  })

  test('contain every setting of site.yaml', () => {
    const { properties } = siteSchema()
    expect(properties).toMatchObject({
      embeds: { enum: ['online', 'offline'] },
      defaults: { type: 'object' },
    })
  })
})

describe('snippets', () => {
  const snippets: Record<string, { body: string[] }> = JSON.parse(
    readFileSync('.vscode/quire.code-snippets', 'utf8'),
  )
  // Placeholders as VS Code fills them in.
  const filled = Object.entries(snippets).map(([name, { body }]) => {
    const text = body
      .join('\n')
      .replaceAll(/\$\{\d+\|([^,|]+)[^}]*\}/g, '$1')
      .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace('$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE', '2024-05-08')
      .replaceAll(/\$\d/g, 'Text.')
    return [name, text.replace('"https://"', '"https://vimeo.com/1"')] as const
  })

  test.each(filled)('“%s” is read without a problem', async (_, text) => {
    const { entries, body, problems } = readFrontMatter(text)
    expect([...problems, ...readFields(entries, dialectOf('plain'), 'own').problems]).toEqual([])
    expect((await renderMarkdown(body)).rendered.problems).toEqual([])
  })
})
