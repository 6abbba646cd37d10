/**
 * `npm run vercel`: builds the site as Vercel does, in a preview and in production, with its classic builder and with
 * its adapter, and reads what would be deployed. Prints a table; the exit code is 1 if a promise is broken. The network
 * is only used for the command line tool (unless `VERCEL_CLI` names one) and the dependencies.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { examine, type Kind } from './examine'

const KINDS: Kind[] = [
  { target: 'preview', builder: 'classic' },
  { target: 'preview', builder: 'adapter' },
  { target: 'production', builder: 'classic' },
  { target: 'production', builder: 'adapter' },
]

const CLI = 'vercel@60.0.0'

const POSTS = {
  'not-yet-written.md':
    '---\ntitle: Not yet written\ndraft: true\ndate: 2024-01-01\n---\n\nwords-of-a-draft\n',
  'not-yet-due.md': '---\ntitle: Not yet due\ndate: 2999-01-01\n---\n\nwords-of-the-future\n',
  'moved.md': '---\ntitle: Moved\ndate: 2024-01-02\naliases: [/once/was/here]\n---\n\nThe present text.\n',
}

const folder = copyProject()
const rows = KINDS.map((kind) => {
  build(kind)
  const { figures, problems } = examine(path.join(folder, '.vercel', 'output'), kind)
  for (const problem of problems) console.error(`${kind.target}, ${kind.builder}: ${problem}`)
  return { ...kind, ...figures, problems: problems.length }
})
console.table(rows)
rmSync(folder, { recursive: true })
process.exitCode = rows.some(({ problems }) => problems > 0) ? 1 : 0

/**
 * The files that Git tracks or would add, in a separate folder, with a draft that a preview shows and production does
 * not.
 */
function copyProject(): string {
  const target = mkdtempSync(path.join(tmpdir(), 'vercel-'))
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  for (const file of listed.split('\0').filter(Boolean)) cpSync(file, path.join(target, file))
  for (const [file, text] of Object.entries(POSTS))
    writeFileSync(path.join(target, 'content', 'posts', file), text)
  return target
}

/** `vercel build` needs a linked project; the files that `vercel pull` would fetch are written by hand. */
function build({ target, builder }: Kind): void {
  const settings = { framework: 'nextjs', nodeVersion: '24.x' }
  const environment = {
    VERCEL: '1',
    VERCEL_ENV: target,
    VERCEL_GIT_COMMIT_REF: 'a-branch',
    VERCEL_GIT_COMMIT_SHA: '0123456789abcdef0123456789abcdef01234567',
    VERCEL_PROJECT_PRODUCTION_URL: 'quire.example',
  }
  rmSync(path.join(folder, '.vercel'), { recursive: true, force: true })
  mkdirSync(path.join(folder, '.vercel'))
  writeFileSync(
    path.join(folder, '.vercel', 'project.json'),
    JSON.stringify({ projectId: 'prj_local', orgId: 'team_local', settings }),
  )
  writeFileSync(
    path.join(folder, '.vercel', `.env.${target}.local`),
    Object.entries(environment)
      .map(([name, value]) => `${name}="${value}"\n`)
      .join(''),
  )
  const [command = 'npx', ...start] = process.env.VERCEL_CLI
    ? [process.env.VERCEL_CLI]
    : ['npx', '--yes', CLI]
  const { status } = spawnSync(command, [...start, 'build', '--yes', '--token=none', `--target=${target}`], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...(builder === 'adapter' ? { NEXT_ENABLE_ADAPTER: '1' } : {}) },
  })
  if (status !== 0) throw new Error(`vercel build (${target}, ${builder}) ended with exit code ${status}`)
}
