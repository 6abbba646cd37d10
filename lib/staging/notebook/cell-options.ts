import { parseYaml } from '../front-matter/yaml'
import type { Cell } from './notebook-file'

/** What a cell says about how it is shown. */
export interface CellOptions {
  /** `folded`: the reader opens it. */
  input: 'shown' | 'folded' | 'hidden'
  output: 'shown' | 'folded' | 'hidden'
  /** The source without the lines that hold options. */
  source: string
  alt?: string
  caption?: string
}

/**
 * Reads the options of a cell in the ways that are in use: tags (nbconvert, Jupyter Book), what Jupyter itself keeps
 * (`source_hidden`), comments such as `#hide_input` (nbdev, fastpages) and `#| echo: false` (Quarto).
 * @see https://nbconvert.readthedocs.io/en/latest/removing_cells.html
 * @see https://jupyterbook.org/en/stable/interactive/hiding.html
 * @see https://quarto.org/docs/computations/execution-options.html
 */
export function readCellOptions({ source, metadata, type }: Cell): CellOptions {
  const tags = new Set(Array.isArray(metadata.tags) ? metadata.tags.map(normalize) : [])
  const lines = source.split('\n')
  const count = type === 'code' ? lines.findIndex((line) => !OPTION.test(line)) : 0
  const comments = lines.slice(0, count < 0 ? lines.length : count)
  for (const comment of comments) {
    const [, word] = /^#\s*(?:export\s+)?([a-z][a-z_-]*)\s*$/.exec(comment) ?? []
    if (word) tags.add(normalize(word))
  }
  const quarto = new Map(
    parseYaml(
      comments.flatMap((comment) => /^(?:#|\/\/)\|\s?(.*)$/.exec(comment)?.[1] ?? []).join('\n'),
    ).entries.map(({ key, value }) => [key, value]),
  )
  const jupyter = metadata.jupyter
  const flag = (name: string) =>
    typeof jupyter === 'object' &&
    jupyter !== null &&
    Object.entries(jupyter).some(([key, on]) => key === name && on === true)
  const has = (...names: string[]) => names.some((name) => tags.has(name))
  const isRemoved = has('remove-cell', 'hide', 'ignore') || quarto.get('include') === false
  const text = (key: string) => (typeof quarto.get(key) === 'string' ? String(quarto.get(key)) : undefined)
  const alt = text('fig-alt')
  const caption = text('fig-cap')
  return {
    input:
      isRemoved || has('remove-input', 'hide-code') || quarto.get('echo') === false || isNbdevHidden(comments)
        ? 'hidden'
        : has('hide-input', 'hide-cell', 'collapse', 'collapse-hide', 'collapse-show') ||
            quarto.get('code-fold') === true ||
            flag('source_hidden')
          ? 'folded'
          : 'shown',
    output:
      isRemoved || has('remove-output') || quarto.get('output') === false
        ? 'hidden'
        : has('hide-output', 'hide-cell', 'collapse-output') || flag('outputs_hidden')
          ? 'folded'
          : 'shown',
    source: lines.slice(comments.length).join('\n'),
    ...(alt && { alt }),
    ...(caption && { caption }),
  }
}

/** Comments that are options and no code, at the top of a cell. */
const OPTION =
  /^(?:(?:#|\/\/)\|.*|#\s*(?:hide(?:[-_](?:input|output|code))?|collapse(?:[-_](?:hide|show|output))?)\s*)$/

/** fastpages removes what `#hide_input` hides; in tags of Jupyter Book, `hide-input` folds it. */
function isNbdevHidden(comments: readonly string[]): boolean {
  return comments.some((comment) => /^#\s*hide[-_]input\s*$/.test(comment))
}

function normalize(tag: unknown): string {
  return String(tag).toLowerCase().replaceAll('_', '-')
}
