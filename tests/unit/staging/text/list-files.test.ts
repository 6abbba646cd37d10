import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles } from '@/lib/staging/text/list-files'
import { expectQuick } from '../../../cpu-time'

test('lists folders that all link to each other once for each link', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quire-links-'))
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
  for (const name of names) {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, `x-${name}.txt`), '')
  }
  for (const from of names)
    for (const to of names) if (from !== to) await symlink(join(folder, to), join(folder, from, `to-${to}`))
  try {
    const { paths } = await expectQuick(() => listFiles(folder, (path) => path), 2000)
    expect(paths.filter((path) => path.endsWith('.txt'))).toHaveLength(
      names.length + names.length * (names.length - 1),
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})
