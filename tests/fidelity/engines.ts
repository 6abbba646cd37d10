import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The engines that old posts were written for, if they are installed. */
export type Engine = 'jekyll' | 'hugo' | 'commonmark' | 'rdiscount' | 'redcarpet'

export const ENGINES: readonly Engine[] = ['jekyll', 'hugo', 'commonmark', 'rdiscount', 'redcarpet']

/** @returns the version that the engine prints, undefined if it is not installed */
export function versionOf(engine: Engine): string | undefined {
  const [program, args]: [string, string[]] =
    engine === 'hugo'
      ? ['hugo', ['version']]
      : ['ruby', ['-e', `${RUBY[engine].load}; puts ${RUBY[engine].version}`]]
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/**
 * Renders bodies of posts with the real engine: Hugo with raw HTML on, or one of Jekyll's with the options that Jekyll
 * and Octopress set.
 * @returns the HTML of each, in order
 * @throws {Error} if the engine fails
 */
export function renderWith(engine: Engine, bodies: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'fidelity-'))
  try {
    return engine === 'hugo' ? renderWithHugo(folder, bodies) : renderWithRuby(engine, folder, bodies)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How each of Jekyll's engines is loaded and called. @see https://jekyllrb.com/docs/configuration/markdown/ */
const RUBY: Readonly<Record<Exclude<Engine, 'hugo'>, { load: string; version: string; convert: string }>> = {
  jekyll: {
    load: "require 'kramdown'; require 'kramdown-parser-gfm'",
    version: '"kramdown #{Kramdown::VERSION}"',
    convert: `Kramdown::Document.new(body, input: 'GFM', hard_wrap: false, auto_ids: true,
      syntax_highlighter: nil, math_engine: 'mathjax', footnote_nr: 1).to_html`,
  },
  commonmark: {
    load: "require 'commonmarker'",
    version: '"commonmarker #{CommonMarker::VERSION}"',
    convert:
      'CommonMarker.render_html(body, [:UNSAFE, :SMART, :FOOTNOTES], [:table, :strikethrough, :autolink])',
  },
  rdiscount: {
    load: "require 'rdiscount'",
    version: '"rdiscount #{RDiscount::VERSION}"',
    convert: 'RDiscount.new(body, :autolink, :footnotes, :smart).to_html',
  },
  redcarpet: {
    load: "require 'redcarpet'",
    version: '"redcarpet #{Redcarpet::VERSION}"',
    convert: `Redcarpet::Markdown.new(Redcarpet::Render::HTML, fenced_code_blocks: true, no_intra_emphasis: true,
      autolink: true, tables: true, strikethrough: true).render(body)`,
  },
}

function renderWithRuby(
  engine: Exclude<Engine, 'hugo'>,
  folder: string,
  bodies: readonly string[],
): string[] {
  writeFileSync(join(folder, 'bodies.json'), JSON.stringify(bodies))
  const { load, convert } = RUBY[engine]
  const script = `require 'json'; ${load}
    puts JSON.generate(JSON.parse(File.read(ARGV[0])).map { |body| ${convert} })`
  return parseTexts(run('ruby', ['-e', script, join(folder, 'bodies.json')], folder))
}

function renderWithHugo(folder: string, bodies: readonly string[]): string[] {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const kinds = ['taxonomy', 'term', 'RSS', 'sitemap', 'home', 'section']
  write(
    'config.json',
    JSON.stringify({ disableKinds: kinds, markup: { goldmark: { renderer: { unsafe: true } } } }),
  )
  write('layouts/_default/single.html', '{{ .Content }}')
  for (const [index, body] of bodies.entries()) write(`content/p${index}.md`, `---\ntitle: x\n---\n${body}`)
  run('hugo', ['--quiet', '--destination', 'public'], folder)
  return bodies.map((_, index) => readFileSync(join(folder, 'public', `p${index}`, 'index.html'), 'utf8'))
}

function run(program: string, args: string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(`${program} failed: ${stdout}${stderr}`)
  return stdout
}

function parseTexts(json: string): string[] {
  const value: unknown = JSON.parse(json)
  if (!Array.isArray(value)) throw new Error('The engine returned no list.')
  return value.map(String)
}
