import { expect, test, vi } from 'vitest'
import { BuildProgress } from '@/lib/cli/output/build-progress'

test('names a slow text immediately, and summarizes steps, texts and plugins', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const progress = new BuildProgress()
  progress.onText({ file: 'a.md', milliseconds: 12, pluginTimes: { rehypeCode: 10 }, done: 1, all: 2 })
  progress.onText({
    file: 'b.md',
    milliseconds: 4100,
    pluginTimes: { rehypeCode: 4000, rehypeMath: 5 },
    done: 2,
    all: 2,
  })
  expect(log.mock.calls).toEqual([['b.md took 4.1 s to render.']])
  expect(await progress.measure('build with Next', async () => 'done')).toBe('done')
  const lines = progress.format().split('\n')
  expect(lines.filter((line) => !line.endsWith('build with Next'))).toEqual([
    'Steps:',
    'The slowest of 2 texts that were rendered:',
    '      4.10 s  b.md',
    '      0.01 s  a.md',
    'The slowest plugins, all texts together:',
    '      4.01 s  rehypeCode',
    '      0.01 s  rehypeMath',
  ])
  log.mockRestore()
})
