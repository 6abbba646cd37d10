import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { CONTENT_DIR, copyProject } from '../e2e/copy-project'
import type { Contestant } from './contestant'

/** This project with the bench's posts, in a folder below `.e2e/`. */
export function quire(files: Record<string, string>): Contestant {
  const folder = copyProject('bench', files)
  return {
    name: 'Quire',
    folder,
    posts: join(folder, CONTENT_DIR, 'posts'),
    build: ['npm', 'run', '--silent', 'build'],
    dev: () => ['npm', 'run', '--silent', 'dev'],
    environment: { CONTENT_DIR },
    pageOf: (file) => `/posts/${file.replace(/^\d+-\d+-\d+-|\.md$/g, '')}`,
    clean: () => {
      for (const output of ['.next', '.quire', '.contentlayer', 'public/_quire'])
        rmSync(join(folder, output), { recursive: true, force: true })
    },
  }
}
