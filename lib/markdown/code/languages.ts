import { type BundledLanguage, bundledLanguages } from 'shiki/langs'
import { ownValue } from '../../model/records'

/**
 * Finds the grammar of a language by the name that an author wrote, which may come from any system.
 * @returns `plain` if no colours are wanted or there is no grammar for it; undefined for an unknown name
 */
export function findGrammar(name: string): BundledLanguage | 'plain' | undefined {
  const lower = name.toLowerCase()
  const known = ownValue(others, lower) ?? lower
  if (plain.has(known)) return 'plain'
  return isBundled(known) ? known : undefined
}

function isBundled(name: string): name is BundledLanguage {
  return Object.hasOwn(bundledLanguages, name)
}

/** Names that ask for plain code, and formats without a grammar. */
const plain = new Set(
  'text txt plain plaintext plain_text none nohighlight no-highlight output ascii ansi math gitignore crontab csv-text'
    .split(' ')
    .concat(''),
)

/** Names of Rouge, Pygments, Chroma and Prism that Shiki does not know. */
const others: Readonly<Record<string, string>> = {
  terminal: 'console',
  'shell-session': 'console',
  golang: 'go',
  irb: 'ruby',
  pycon: 'python',
  py3: 'python',
  python3: 'python',
  ipython: 'python',
  conf: 'ini',
  cfg: 'ini',
  env: 'dotenv',
  vbnet: 'vb',
  'vb.net': 'vb',
  objectivec: 'objc',
  'html+erb': 'erb',
  rhtml: 'erb',
  eex: 'elixir',
  heex: 'elixir',
  ex: 'elixir',
  exs: 'elixir',
  django: 'jinja',
  jinja2: 'jinja',
  llvm: 'text',
  'llvm-ir': 'text',
  promql: 'text',
  assembly: 'asm',
  nasm: 'asm',
  batchfile: 'bat',
  dosbatch: 'bat',
  apacheconf: 'apache',
  patch: 'diff',
  mysql: 'sql',
  postgresql: 'sql',
  tsql: 'sql',
  node: 'js',
  es6: 'js',
  flow: 'js',
  jsonp: 'js',
  ndjson: 'jsonl',
  svg: 'xml',
  plist: 'xml',
  rss: 'xml',
  htm: 'html',
  xhtml: 'html',
  cuda: 'cpp',
  arduino: 'cpp',
  octave: 'matlab',
  mathematica: 'wolfram',
  rmd: 'markdown',
  gradle: 'groovy',
  sc: 'scala',
  ml: 'ocaml',
  fortran: 'fortran-free-form',
  pas: 'pascal',
  delphi: 'pascal',
  wat: 'wasm',
  sol: 'solidity',
  edn: 'clojure',
  pl: 'perl',
  curl: 'bash',
}
