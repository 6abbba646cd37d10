import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { EmbedTarget } from '../../../lib/snapshots/fetcher'
import { publishSnapshot } from '../../../lib/snapshots/publish'
import type { SnapshotContent } from '../../../lib/snapshots/snapshot'
import { saveSnapshot } from '../../../lib/snapshots/store'

/** Gives each test of a file an empty folder of snapshots, and removes it afterwards. */
export function useSnapshots() {
  let folder = ''

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quire-snapshots-'))
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  return {
    folder: () => folder,

    publish: (target: EmbedTarget) =>
      publishSnapshot(target, {
        folder,
        timeZone: 'Asia/Kolkata',
        lang: 'en',
        serve: async (file) => file.replace(folder, '/media'),
      }),

    async keep(target: EmbedTarget, content: SnapshotContent, files: string[] = []): Promise<void> {
      const media = new Map(files.map((file) => [file, Buffer.from('x')]))
      await saveSnapshot(folder, target, { outcome: 'data', content, media })
    },
  }
}
