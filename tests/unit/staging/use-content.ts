import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { type Staged, stage } from '@/lib/staging/stage'

/** Gives each test of a file an empty project, which is removed after it. */
export function useContent(): ContentProject {
  let projectDir = ''
  beforeEach(async () => {
    projectDir = await mkdtemp(join(tmpdir(), 'quire-content-'))
  })
  afterEach(() => rm(projectDir, { recursive: true }))
  return {
    pathOf: (path) => join(projectDir, path),
    stageFiles: async (files) => {
      for (const [path, text] of Object.entries({ 'site.yaml': 'url: https://t.example', ...files })) {
        const file = join(projectDir, 'content', path)
        await mkdir(dirname(file), { recursive: true })
        await writeFile(file, text || (TEXT.test(path) ? '---\ntitle: A post\n---\nText\n' : ''))
      }
      return stage({ projectDir, contentDir: 'content' })
    },
  }
}

const TEXT = /\.(?:md|markdown|mdx|textile)$/

interface ContentProject {
  /** @param path within the project @returns absolute */
  pathOf: (path: string) => string
  /**
   * Writes files into the content folder, in addition to those of earlier calls in the same test, and stages them all.
   * @param files contents by path; an empty Markdown file becomes a short post
   */
  stageFiles: (files: Record<string, string>) => Promise<Staged>
}
