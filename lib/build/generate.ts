import { readFile } from 'node:fs/promises'
import type { BuildMoment } from '../model/build-moment'
import { type Problem, sortProblems } from '../model/problem'
import { checkKept } from '../responses/kept/kept-comments'
import { stage } from '../staging/stage'
import { contentDir, workspace } from '../workspace'
import { writeFileAtomic } from '../write-file'
import { runContentlayer } from './contentlayer'
import { clearGenerated, keepCache, restoreCache } from './contentlayer-cache'
import { bundleEnhancement } from './enhancement'
import { copyKatex } from './katex'
import { resetRevision } from './revision'

/**
 * Everything that comes before Next: stages the author's folder, has Contentlayer render it, looks up what the
 * documents name. `build`, `dev`, `check` and the tests all go through here, so each rule is applied once.
 * @param projectDir absolute path of the folder that holds package.json
 * @returns what was found; with an error among the problems nothing should be published
 */
export async function generate(projectDir: string): Promise<Generated> {
  const moment: BuildMoment = { now: Date.now() }
  await writeFileAtomic(workspace(projectDir).buildMoment, JSON.stringify(moment))
  const staged = await stage({ projectDir, contentDir: contentDir() })
  await resetRevision(projectDir)
  await bundleEnhancement(projectDir, staged.site.responses)
  await copyKatex(projectDir)
  await restoreCache(projectDir)
  await clearGenerated(projectDir)
  await runContentlayer(projectDir)
  await keepCache(projectDir)
  const slugs = new Set(staged.posts.map(({ slug }) => slug))
  return {
    problems: sortProblems([...(await readProblems(projectDir)), ...(await checkKept(slugs))]),
    documents: staged.posts.length + staged.pages.length,
    extraKeys: staged.extraKeys,
  }
}

/** Every problem that the last run found, of all its steps, sorted by place. */
export async function readProblems(projectDir: string): Promise<Problem[]> {
  const { stageReport, problems } = workspace(projectDir)
  const [staging, rendering] = await Promise.all([readJson(stageReport), readJson(problems)])
  return sortProblems([...staging.problems, ...rendering])
}

async function readJson(file: string) {
  return JSON.parse(await readFile(file, 'utf8'))
}

export interface Generated {
  /** All problems of the run, sorted by place. */
  problems: Problem[]
  /** How many posts and pages there are, drafts among them. */
  documents: number
  /** How many documents use each front matter key that is not ours. */
  extraKeys: Record<string, number>
}
