import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// What `npm pack` puts into the package: the project as Git has it, without sample posts, tests and files for its
// developers.

const project = fileURLToPath(new URL('../..', import.meta.url))
const template = fileURLToPath(new URL('../template', import.meta.url))

const LEFT_OUT =
  /^(?:tests|content|docs|create|\.ci|\.github\/ISSUE_TEMPLATE)\/|^(?:vitest|playwright)\.config\.ts$|^(?:CONTRIBUTING|ARCHITECTURE|SECURITY|CHANGELOG|README)\.md$|^\.github\/pull_request_template\.md$/

rmSync(template, { recursive: true, force: true })
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: project, encoding: 'utf8' }).split('\0')
const files = tracked.filter((file) => file !== '' && !LEFT_OUT.test(file))
for (const file of files) {
  // npm omits these names from every package; `create-blog.js` restores them.
  const name = /^\.(?:gitignore|npmrc|npmignore)$/.test(file)
    ? `_${file.slice(1)}`
    : file === 'package-lock.json'
      ? `_${file}`
      : file
  mkdirSync(dirname(join(template, name)), { recursive: true })
  copyFileSync(join(project, file), join(template, name))
}

const manifestFile = join(template, 'package.json')
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
for (const script of Object.keys(manifest.scripts))
  if (/\btests\//.test(manifest.scripts[script])) delete manifest.scripts[script]
const sources = files
  .filter((file) => /\.(?:tsx?|m?js|css)$/.test(file))
  .map((file) => readFileSync(join(project, file), 'utf8'))
  .join('\n')
for (const name of Object.keys(manifest.devDependencies)) {
  const isNeeded = /^(?:typescript$|@types\/|@biomejs\/)/.test(name) || sources.includes(`'${name}'`)
  if (!isNeeded) delete manifest.devDependencies[name]
}
writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)

const check = join(template, '.github', 'workflows', 'check.yml')
writeFileSync(check, readFileSync(check, 'utf8').replace('- run: npm test', '- run: npm run build'))
writeFileSync(
  join(template, 'README.md'),
  '# My blog\n\nMade with Quire. `npm install && npm run dev` shows it; `npm run new -- "A title"` starts a post; every command has `--help`.\n',
)
