import { rm } from 'node:fs/promises'
import type { BuildMoment } from '../model/build-moment'
import type { Problem } from '../model/problem'
import { workspace } from '../workspace'
import { writeFileAtomic } from '../write-file'
import { ContentBuild } from './content-build'
import { typeDocuments } from './contentlayer'
import { fetchOnCi } from './fetch-embeds'
import { copyKatex } from './katex'
import { resetRevision } from './revision'
import type { TextDone } from './texts/render-texts'

/**
 * Everything that comes before Next, and Contentlayer's types. `check`, the tests and every command that needs documents
 * go through here, `build` and `dev` through its parts, so each rule is applied once.
 * @param projectDir absolute path of the folder that holds package.json
 * @returns the problems and counts; nothing should be published if there is an error among the problems
 */
export async function generate(projectDir: string): Promise<Generated> {
  const { typed, ...generated } = await generateContent(projectDir)
  await typed
  return generated
}

/**
 * The same, without waiting for Contentlayer: it checks every document against the types of contentlayer.config.ts, on
 * a core that Next leaves free, and pages do not read what it writes.
 * @returns also how many snapshots were fetched, and `typed`, which rejects if a document does not have its type: to be
 * awaited before publishing
 */
export async function generateContent(
  projectDir: string,
  { publishes = false, onText }: GenerateOptions = {},
): Promise<Generated & { fetched: number; typed: Promise<void> }> {
  await prepare(projectDir)
  const build = await ContentBuild.open(projectDir, { publishes })
  let { staged, problems } = await build.run({ onText })
  const fetched = publishes ? await fetchOnCi(projectDir) : 0
  if (fetched > 0) ({ staged, problems } = await build.run())
  await build.close()
  const typed = typeDocuments(projectDir)
  // It is awaited later; until then this prevents an unhandled rejection.
  typed.catch(() => {})
  return {
    problems,
    documents: staged.posts.length + staged.pages.length,
    extraKeys: staged.extraKeys,
    fetched,
    typed,
  }
}

interface GenerateOptions {
  /**
   * For a build whose result readers see: deletes files that are no longer used and, on CI, fetches the embeds that
   * nobody has committed.
   */
  publishes?: boolean
  /** Called after each text that was rendered. */
  onText?: (done: TextDone) => void
}

/** What pages need in addition to the content: the moment of the build, fonts. */
export async function prepare(projectDir: string): Promise<void> {
  const moment: BuildMoment = { now: Date.now() }
  await writeFileAtomic(workspace(projectDir).buildMoment, JSON.stringify(moment))
  // What an earlier build wrote for programs must not be taken for this one's.
  await rm(workspace(projectDir).machineTexts, { force: true })
  await Promise.all([resetRevision(projectDir), copyKatex(projectDir)])
}

export interface Generated {
  /** All problems of the run, sorted by place. */
  problems: Problem[]
  /** How many posts and pages there are, including drafts. */
  documents: number
  /** How many documents use each front matter key that is not ours. */
  extraKeys: Record<string, number>
}
