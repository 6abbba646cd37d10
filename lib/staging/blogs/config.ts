import type { DialectRecord } from '../../dialects/dialect'
import type { Problem } from '../../model/problem'
import { emptyRecord } from '../../model/records'
import { parseToml } from '../front-matter/toml'
import { parseYaml } from '../front-matter/yaml'
import { readPythonSettings } from './python-settings'

/**
 * Reads an imported blog's configuration.
 * @param paths every file of the blog, relative to its root
 * @param read the text of one of them
 * @param nameOf the name to use in messages
 * @returns what could be read; a broken file is only a warning, because the posts are still readable
 */
export async function readBlogConfig(
  { configFiles = [], configFolder }: DialectRecord,
  paths: readonly string[],
  read: (path: string) => Promise<string>,
  nameOf: (path: string) => string,
): Promise<{ config: Record<string, unknown>; problems: Problem[] }> {
  const config = emptyRecord<unknown>()
  const problems: Problem[] = []
  async function add(path: string, key?: string): Promise<void> {
    const parsed = parse(path, await read(path))
    const values = Object.fromEntries(parsed.entries.map((entry) => [entry.key, entry.value]))
    if (key) config[key] = values
    else Object.assign(config, values)
    for (const problem of parsed.problems) {
      problems.push({ ...problem, severity: 'warning', rule: `config/${problem.rule}`, file: nameOf(path) })
    }
  }

  const known = new Set(paths)
  const main = configFiles.find((path) => known.has(path))
  if (main) await add(main)
  for (const path of configFolder ? paths : []) {
    const [, name] = configFolder?.exec(path) ?? []
    if (name) await add(path, name === 'hugo' || name === 'config' ? undefined : name)
  }
  return { config, problems }
}

function parse(path: string, text: string) {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (path.endsWith('.py')) return { entries: readPythonSettings(clean), problems: [] }
  return path.endsWith('.toml') ? parseToml(clean) : parseYaml(clean)
}
