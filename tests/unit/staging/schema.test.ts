import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Page, Post, Site } from '@/contentlayer.config'
import { FIELD_NAMES } from '@/lib/staging/front-matter/field-table'
import { stage } from '@/lib/staging/stage'

/** Fields that decide how a text is rendered: they are staged as `settings`. */
const SETTINGS = ['math', 'autonumber', 'smartPunctuation']

/** The other settings have defaults, so they are always staged. */
const EVERY_OPTIONAL_SETTING = `
url: https://t.example
image: a.png
hub: https://hub.example
responses:
  likes: true
`

test('the table of fields, Contentlayer’s types and the staged shape have the same fields', async () => {
  const projectDir = await mkdtemp(join(tmpdir(), 'quire-schema-'))
  try {
    await mkdir(join(projectDir, 'content/posts'), { recursive: true })
    await mkdir(join(projectDir, 'content/pages'))
    await writeFile(join(projectDir, 'content/site.yaml'), EVERY_OPTIONAL_SETTING)
    await writeFile(join(projectDir, 'content/posts/a.md'), 'Text')
    await writeFile(join(projectDir, 'content/pages/b.md'), 'Text')
    const { posts, pages, texts } = await stage({ projectDir, contentDir: 'content' })
    const staged = Object.keys(posts[0] ?? {}).sort()
    expect(Object.keys(Post.def().fields ?? {}).sort()).toEqual(staged)
    expect(Object.keys(Page.def().fields ?? {}).sort()).toEqual(Object.keys(pages[0] ?? {}).sort())
    expect(Object.keys(Site.def().fields ?? {}).sort()).toEqual(Object.keys(texts.site.staged).sort())
    expect([...staged.filter((name) => !['extra', 'settings'].includes(name)), ...SETTINGS].sort()).toEqual(
      [...FIELD_NAMES].sort(),
    )
  } finally {
    await rm(projectDir, { recursive: true })
  }
})
