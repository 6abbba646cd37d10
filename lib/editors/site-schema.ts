import { z } from 'zod'
import { settingsSchema } from '../staging/site-settings'
import type { JsonSchema } from './front-matter-schema'

/** `site.yaml` as JSON Schema: the schema that the build uses. */
export function siteSchema(): JsonSchema {
  const schema = z.toJSONSchema(settingsSchema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
  })
  return { ...schema, title: 'site.yaml', additionalProperties: false }
}
