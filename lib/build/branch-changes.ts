import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { isPreview } from '../environment.js'
import type { BranchChanges, ChangedFile, Since } from '../model/branch-changes'
import { readFrontMatter } from '../staging/front-matter/read-front-matter'
import { isMarkdown } from '../urls/markdown-files'
import { workspace } from '../workspace'
import { writeFileAtomic } from '../write-file'

/**
 * For a preview: finds what its branch changes in the content folder, and writes it where pages read it. For any other
 * build there is no such file.
 * @param contentDir absolute, or relative to the project
 */
export async function recordBranchChanges(
  projectDir: string,
  contentDir: string,
  environment: Record<string, string | undefined>,
): Promise<void> {
  const file = workspace(projectDir).branchChanges
  // `next build` sets NODE_ENV itself.
  if (isPreview({ ...environment, NODE_ENV: 'production' }))
    await writeFileAtomic(file, JSON.stringify(await findBranchChanges(projectDir, contentDir)))
  else await rm(file, { force: true })
}

/**
 * Compares the files of the content folder with the commit at which this branch left the default branch. Vercel clones
 * the newest ten commits and no other branch: then these are what is compared.
 */
export async function findBranchChanges(projectDir: string, contentDir: string): Promise<BranchChanges> {
  const git = (...args: string[]) => runGit(projectDir, args)
  try {
    const base = await findBase(git)
    if (!base) return { outcome: 'unknown' }
    const tracked = await git(
      'diff',
      '-z',
      '--name-status',
      '-M',
      '--relative',
      base.commit,
      '--',
      contentDir,
    )
    const untracked = await git('ls-files', '-z', '--others', '--exclude-standard', '--', contentDir)
    const files: ChangedFile[] = [
      ...readStatus(tracked),
      ...split(untracked).map((path) => ({ path, change: 'new' as const })),
    ]
    const titled = files.map(async (file) => {
      if (file.change !== 'removed' || !isMarkdown(file.path)) return file
      const title = titleOf(await git('show', `${base.commit}:./${file.path}`).catch(() => ''))
      return title === undefined ? file : { ...file, title }
    })
    return { outcome: 'listed', since: base.since, files: await Promise.all(titled) }
  } catch {
    return { outcome: 'unknown' }
  }
}

async function findBase(git: Git): Promise<{ commit: string; since: Since } | undefined> {
  for (const ref of await listDefaults(git)) {
    const commit = await git('merge-base', 'HEAD', ref).catch(() => '')
    if (commit.trim() !== '')
      return { commit: commit.trim(), since: { branch: ref.replace(/^origin\//, '') } }
  }
  if ((await git('rev-parse', '--is-shallow-repository')).trim() !== 'true') return undefined
  const commits = (await git('rev-list', '--first-parent', 'HEAD')).trim().split('\n')
  const oldest = commits.at(-1)
  // What the oldest one changed is not known: its parent is missing.
  return oldest && commits.length > 1 ? { commit: oldest, since: { commits: commits.length - 1 } } : undefined
}

/** What may be the default branch, the likeliest first. */
async function listDefaults(git: Git): Promise<string[]> {
  const head = await git('symbolic-ref', '--short', 'refs/remotes/origin/HEAD').catch(() => '')
  return [...new Set([head.trim(), 'origin/main', 'origin/master', 'main', 'master'])].filter(
    (ref) => ref !== '',
  )
}

/** `A`, `M`, `D` and a path; `R100` and two paths. @see https://git-scm.com/docs/git-diff#_raw_output_format */
function readStatus(output: string): ChangedFile[] {
  const parts = split(output)
  const files: ChangedFile[] = []
  for (let index = 0; index < parts.length; index += 2) {
    const [status] = parts[index] ?? ''
    // A renamed or copied file has its old name first.
    if (status === 'R' || status === 'C') index++
    const path = parts[index + 1]
    if (path)
      files.push({
        path,
        change: status === 'A' || status === 'C' ? 'new' : status === 'D' ? 'removed' : 'edited',
      })
  }
  return files
}

function split(output: string): string[] {
  return output.split('\0').filter((part) => part !== '')
}

function titleOf(text: string): string | undefined {
  const title = readFrontMatter(text).entries.find(({ key }) => key.toLowerCase() === 'title')?.value
  return typeof title === 'string' ? title : undefined
}

/** A build never waits for Git: it asks nothing, and has half a minute. */
async function runGit(cwd: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', ['-c', 'core.quotePath=false', ...args], {
    cwd,
    timeout: 30_000,
    maxBuffer: 64_000_000,
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' },
  })
  return stdout
}

type Git = (...args: string[]) => Promise<string>
