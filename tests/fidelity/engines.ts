import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The engines that old posts were written for, as far as this machine has them. */
export type Engine = 'jekyll' | 'hugo'

/** @returns what the engine says of itself, undefined where it is not installed */
export function versionOf(engine: Engine): string | undefined {
  const [program, args]: [string, string[]] =
    engine === 'hugo'
      ? ['hugo', ['version']]
      : ['ruby', ['-e', `${RUBY} puts "kramdown #{Kramdown::VERSION}"`]]
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/**
 * Renders bodies of posts with the real engine: Jekyll's kramdown with its default options, or Hugo with raw HTML on.
 * @returns the HTML of each, in order
 * @throws {Error} where the engine fails
 */
export function renderWith(engine: Engine, bodies: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'fidelity-'))
  try {
    return engine === 'hugo' ? renderWithHugo(folder, bodies) : renderWithKramdown(folder, bodies)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const RUBY = "require 'json'; require 'kramdown'; require 'kramdown-parser-gfm';"

/** @see https://jekyllrb.com/docs/configuration/default/ */
function renderWithKramdown(folder: string, bodies: readonly string[]): string[] {
  writeFileSync(join(folder, 'bodies.json'), JSON.stringify(bodies))
  const script = `${RUBY}
    options = { input: 'GFM', hard_wrap: false, auto_ids: true, syntax_highlighter: nil, math_engine: 'mathjax', footnote_nr: 1 }
    puts JSON.generate(JSON.parse(File.read(ARGV[0])).map { |body| Kramdown::Document.new(body, options).to_html })`
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
