import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { askQuestions } from './questions.js'

const TEMPLATE = fileURLToPath(new URL('../template', import.meta.url))

/** What may be in the folder already: the repository that was cloned for the blog. */
const ALLOWED = new Set(['.git', 'node_modules', '.DS_Store'])

/**
 * @param {ReturnType<typeof import('./options.js').readOptions>} options
 * @returns {Promise<number>} the exit code
 * @throws {Error} with a message if the folder or the old blog cannot be used; nothing is written then
 */
export async function createBlog({ folder, from, yes, install, start }) {
  const target = resolve(folder)
  const source = from && resolve(from)
  if (source && !existsSync(source)) throw new Error(`There is no file or folder “${from}”.`)
  const present = existsSync(target) ? readdirSync(target).filter((name) => !ALLOWED.has(name)) : []
  if (present.length > 0) throw new Error(`The folder “${folder}” is not empty: it holds ${present[0]}.`)
  const answers = await askQuestions({ title: titleOf(basename(target)), isSilent: yes })

  mkdirSync(target, { recursive: true })
  cpSync(TEMPLATE, target, { recursive: true })
  // npm omits files with these names from every package.
  for (const name of readdirSync(target).filter((each) => each.startsWith('_')))
    renameSync(
      join(target, name),
      join(target, name === '_package-lock.json' ? name.slice(1) : `.${name.slice(1)}`),
    )
  namePackage(target)
  writeContent(target, answers, source !== undefined)
  console.log(`Your blog is in ${folder}.`)

  if (install) run('npm', ['install', '--no-audit', '--no-fund'], target)
  if (source && existsSync(join(target, 'node_modules'))) {
    run('npm', ['run', '--silent', 'import', '--', source], target)
    openWorst(target)
  } else if (source) console.log(`Then run: npm install && npm run import -- ${source}`)
  if (start) return run('npm', ['run', 'dev'], target, { mayFail: true })
  console.log(`Now: cd ${folder} && ${install ? '' : 'npm install && '}npm run dev`)
  return 0
}

/** @param {string} name of the folder */
function titleOf(name) {
  const words = name.replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** @param {string} target */
function namePackage(target) {
  const file = join(target, 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  manifest.name =
    basename(target)
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'blog'
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
}

/**
 * @param {string} target
 * @param {{ title: string, author: string, url: string, language: string }} answers
 * @param {boolean} isImport without a sample post
 */
function writeContent(target, { title, author, url, language }, isImport) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const lines = [
    '# What your site says about itself. Every field is described in the guide of Quire.',
    `title: ${JSON.stringify(title)}`,
    'description: ""',
    url ? `url: ${JSON.stringify(url)}` : '# url: https://blog.example',
    'author:',
    `  name: ${JSON.stringify(author)}`,
    `language: ${language}`,
    `timeZone: ${timeZone ?? 'UTC'}`,
    '',
  ]
  mkdirSync(join(target, 'content', 'posts'), { recursive: true })
  writeFileSync(join(target, 'content', 'site.yaml'), lines.join('\n'))
  if (isImport) return
  const today = new Intl.DateTimeFormat('en-CA').format(new Date())
  const post = `---\ntitle: Hello\ndate: ${today}\n---\n\nThis is the first post. Change it in \`content/posts/hello.md\`.\n`
  writeFileSync(join(target, 'content', 'posts', 'hello.md'), post)
}

/**
 * Opens the post that needs most attention, which is the first one in the report of the import.
 * @param {string} target
 */
function openWorst(target) {
  const report = readdirSync(target).find((name) => /^import-.*\.md$/.test(name))
  if (!report) return
  const list = readFileSync(join(target, report), 'utf8').split(/^## Needs attention/m)[1] ?? ''
  const [, post, line] = /^- `([^`]+)`\n(?:\s+- line (\d+):)?/m.exec(list) ?? []
  if (!post) return
  console.log(`The post that needs most attention: ${post}${line ? `:${line}` : ''}`)
  const editor = process.env.VISUAL || process.env.EDITOR
  if (!editor || !process.stdin.isTTY) return
  const [program = '', ...args] = editor.split(/\s+/)
  spawnSync(program, [...args, join(target, post)], { stdio: 'inherit' })
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} cwd
 * @returns {number} its exit code
 * @throws {Error} if it fails and must not
 */
function run(program, args, cwd, { mayFail = false } = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (!mayFail && (error || status !== 0)) throw new Error(`“${program} ${args.join(' ')}” failed in ${cwd}.`)
  return status ?? 1
}
