import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OwnTag } from '../../../lib/model/document'
import { readContent } from '../../../lib/staging/read-content'

const files = {
  'hugo.toml': '[permalinks]\nposts = "/:year/:filename/"\n',
  'layouts/shortcodes/quays.html': '{{ range site.Data.quays }}{{ partial "length.html" . }}{{ end }}',
  'layouts/shortcodes/log.html': '{{ with .Page.Resources.Get (.Get "file") }}{{ .Content }}{{ end }}',
  'layouts/shortcodes/plain.html': '{{ .Get 0 }}',
  'layouts/partials/length.html': '{{ .feet }} {{ partial "unit" . }}',
  'themes/pier/layouts/partials/unit.html': 'feet',
  'data/quays.toml': 'west = { feet = 120 }\n',
  'data/ships.toml': 'count = 3\n',
  'content/posts/log/index.md':
    '+++\ntitle = "A log"\ndate = 2024-03-08\n+++\n{{< quays >}}{{< plain x >}}\n\n{{< log file="sail.sh" >}}{{< log file="../../secret.txt" >}}{{< log file="photo.png" >}}\n',
  'content/posts/log/sail.sh': 'sail\n',
  'content/posts/log/photo.png': '\x89PNG\0',
  'secret.txt': 'secret',
}

let folder: string
let tags: Record<string, OwnTag>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quire-tags-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'posts/old', path)), { recursive: true })
    writeFileSync(join(folder, 'posts/old', path), text)
  }
  const { posts } = await readContent({ projectDir: folder, contentDir: '.' })
  tags = posts[0]?.staged.settings.ownTags ?? {}
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('gives a template the partial templates that it uses, those of the theme too, and the data that it names', () => {
  expect(tags.quays?.partials).toEqual({ length: files['layouts/partials/length.html'], unit: 'feet' })
  expect(tags.quays?.data).toEqual({ quays: { west: { feet: 120 } } })
  expect(tags.quays?.files).toBeUndefined()
})

test('gives a template the texts beside the post that the post names, and nothing else', () => {
  expect(tags.log?.files).toEqual({ 'sail.sh': 'sail\n' })
})

test('gives a template the title, date and old URL of the post only if it reads some of it', () => {
  expect(tags.log?.page).toEqual({ title: 'A log', url: '/2024/log/', date: '2024-03-08' })
  expect(tags.plain).toEqual({ template: '{{ .Get 0 }}' })
})
