import { z } from 'zod'
import { DIALECTS, type Dialect, isDialect } from '../../dialects/dialects'
import type { Problem } from '../../model/problem'
import { parseYaml } from '../front-matter/yaml'

/** `_source.yaml` next to old posts: settings by their author. They override what is detected in the folder. */
export interface SourceFile {
  dialect?: Dialect
  /** The old URL pattern, with the tokens of the dialect. */
  permalink?: string
  /** The base path of the old blog. */
  base?: string
  /** The folder that holds the posts, relative to this file. */
  posts?: string
}

/** @param file relative to the project, for messages */
export function readSourceFile(file: string, content: string): { source: SourceFile; problems: Problem[] } {
  const { entries, problems: broken } = parseYaml(content.replace(/^\uFEFF/, ''))
  const problems: Problem[] = broken.map((problem) => ({ ...problem, file, rule: `source/${problem.rule}` }))
  const source: SourceFile = {}
  for (const entry of entries) {
    const parsed = schema.safeParse({ [entry.key]: entry.value })
    if (parsed.success) {
      Object.assign(source, parsed.data)
      continue
    }
    const known = entry.key in schema.shape
    const place = known ? entry.valuePlace : { line: entry.line, column: entry.column }
    problems.push({
      severity: 'warning',
      rule: known ? 'source/wrong-value' : 'source/unknown-key',
      file,
      ...place,
      message: known
        ? `\`${entry.key}\` is ${JSON.stringify(entry.value)}, which is not valid here and is ignored.`
        : `\`${entry.key}\` is not a field of this file.`,
      hint: known ? EXPECTED.get(entry.key) : 'Its fields are dialect, permalink, base and posts.',
    })
  }
  return { source, problems }
}

const schema = z
  .strictObject({
    dialect: z.string().refine(isDialect),
    permalink: z.string(),
    base: z.string(),
    posts: z.string(),
  })
  .partial()

const EXPECTED = new Map([
  ['dialect', `Write one of ${DIALECTS.join(', ')}.`],
  ['permalink', 'Write a pattern such as `/:year/:month/:title/`.'],
  ['base', 'Write a path such as `/blog`.'],
  ['posts', 'Write the folder that holds the posts, such as `posts`.'],
])
