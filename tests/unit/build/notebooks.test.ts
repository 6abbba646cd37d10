import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ContentBuild } from '../../../lib/build/content-build'
import { checkContent } from '../../../lib/check/check-content'
import { applyFixes } from '../../../lib/check/fix/apply-fixes'

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

let project: string

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'notebooks-'))
  vi.stubEnv('CONTENT_DIR', 'words')
  cpSync('package-lock.json', join(project, 'package-lock.json'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(project, { recursive: true, force: true })
})

test('a notebook is a post with its pictures, and only published files are linked', async () => {
  write({
    'posts/2024-05-01-waves.ipynb': notebook({}, [
      ['markdown', '# Waves\n\nOn [tides](tides.ipynb), [the draft](draft.ipynb).'],
      ['code', 'plot()'],
    ]),
    'posts/tides.ipynb': notebook({ title: 'Tides', date: '2024-05-02' }, [
      ['markdown', '{{ braces }} stay.'],
    ]),
    'posts/draft.ipynb': notebook({ title: 'Secret', date: '2024-05-03', draft: true }, [
      ['markdown', 'Text.'],
    ]),
    'posts/bundle/index.md': '---\ntitle: Bundle\ndate: 2024-05-04\n---\n[The notebook](data.ipynb)\n',
    'posts/bundle/data.ipynb': notebook({}, [['code', 'x']]),
  })
  const build = await ContentBuild.open(project, { publishes: true })
  const { problems } = await build.run()
  await build.close()
  expect(
    problems
      .filter(({ rule }) => !rule.startsWith('site/'))
      .map(({ rule, file, line }) => [rule, file, line]),
  ).toEqual([['references/link-to-draft', 'words/posts/2024-05-01-waves.ipynb', 9]])
  const posts: Indexed[] = JSON.parse(readFileSync(join(project, '.quire', 'index.json'), 'utf8')).posts
  const post = (slug: string) => posts.find((each) => each.slug === slug)
  expect(posts.map(({ slug }) => slug).sort()).toEqual(['bundle', 'draft', 'tides', 'waves'])
  expect(post('waves')).toMatchObject({ title: 'Waves', date: '2024-05-01', features: ['code'] })
  expect(post('waves')?.links).toMatchObject({ 'tides.ipynb': '/posts/tides' })
  expect(Object.values(post('waves')?.pictures ?? {})).toEqual([
    { url: expect.stringMatching(/^\/_quire\/media\/2024-05-01-waves-\S+\.png$/), width: 1, height: 1 },
  ])
  expect(post('bundle')?.pictures['data.ipynb']?.url).toMatch(/^\/_quire\/media\/data\.\w+\.ipynb$/)
  expect(post('tides')?.excerpt).toBe('{{ braces }} stay.')
})

test('a notebook that cannot be read stops the build, and none is edited by --fix', async () => {
  const waves = notebook({ title: 'Waves', date: 'sometime', tags: ['java script'] }, [
    ['markdown', 'Itâ€™s <img src="a.png" role="presentation">'],
  ])
  write({
    'posts/2024-05-01-waves.ipynb': waves,
    'posts/a.md': '---\ntitle: A\ndate: 2024-05-01\ntags: [JavaScript]\n---\nText.\n',
    'posts/b.md': '---\ntitle: B\ndate: 2024-05-01\ntags: [JavaScript]\n---\nText.\n',
    'posts/broken.ipynb': '{ "cells": [',
    'posts/old/_source.yaml': 'dialect: plain\n',
    'posts/old/broken.ipynb': '{ "cells": [',
  })
  const checked = await checkContent({
    projectDir: project,
    contentDir: 'words',
    now: new Date('2024-06-01'),
  })
  const broken = checked.problems.filter(({ rule }) => rule === 'notebook/not-json')
  expect(broken).toMatchObject([
    { file: 'words/posts/broken.ipynb', severity: 'error', line: 1 },
    { file: 'words/posts/old/broken.ipynb', severity: 'warning', line: 1 },
  ])
  const { left } = await applyFixes(project, checked)
  expect(new Set(left.map(({ reason }) => reason))).toEqual(new Set(['notebooks are edited in Jupyter']))
  expect(readFileSync(join(project, 'words', 'posts', '2024-05-01-waves.ipynb'), 'utf8')).toBe(waves)
})

interface Indexed {
  slug: string
  excerpt: string
  links: Record<string, string>
  pictures: Record<string, { url: string }>
}

function write(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(project, 'words', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

function notebook(metadata: object, cells: [type: 'markdown' | 'code', source: string][]): string {
  const outputs = [{ output_type: 'display_data', metadata: {}, data: { 'image/png': PIXEL } }]
  const written = cells.map(([type, source]) => ({
    cell_type: type,
    metadata: {},
    source: source.split(/(?<=\n)/),
    ...(type === 'code' && { outputs, execution_count: 1 }),
  }))
  return JSON.stringify({ cells: written, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)
}
