import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { deliver } from './deliver'
import type { AllowedHosts } from './policy'
import { formatReport, type Report } from './report'
import { readOwnScripts } from './scripts/own-scripts'

/**
 * Delivers a project's finished build and prints a summary.
 * @throws like `deliver`
 */
export async function deliverBuild({
  projectDir,
  distDir,
}: {
  projectDir: string
  distDir: string
}): Promise<Report> {
  const report = await deliver({
    projectDir,
    distDir,
    publicDir: path.join(projectDir, 'public'),
    allow: await readAllowedHosts(projectDir),
    own: await readOwnScripts(projectDir),
  })
  console.log(formatReport(report))
  return report
}

async function readAllowedHosts(projectDir: string): Promise<AllowedHosts> {
  const index: { site: { allow: AllowedHosts } } = JSON.parse(
    await readFile(path.join(projectDir, '.quire', 'index.json'), 'utf8'),
  )
  return index.site.allow
}
