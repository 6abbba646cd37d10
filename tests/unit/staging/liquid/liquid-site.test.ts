import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parseTable } from '@/lib/staging/liquid/site-data'
import { useContent } from '../use-content'

const { stageFiles, pathOf } = useContent()

/** Evaluates a template in a post of an imported Jekyll blog, which has other posts, data and collections. */
async function evaluate(template: string): Promise<string> {
  const files = {
    '_config.yml': 'collections: {boats: {output: true}}\nharbour: Kiel',
    '_data/people/ada.yml': 'name: Ada\nboats: [Tern, Gull]',
    '_data/tides.csv': 'time,metres\n06:00,"1,5"\n12:00,0.2',
    '_boats/tern.md': '---\ntitle: Tern\n---\nA boat',
    '_posts/2020-01-01-older.md': '---\ntitle: Older\ntags: [sea]\ncategories: [a]\n---\nText',
    '_posts/2021-01-01-newer.md': '---\ntitle: Newer\ntags: [sea, land]\n---\nText',
    '_drafts/draft.md': '---\ntitle: Draft\n---\n',
    '_posts/2019-01-01-template.md': `---\ntitle: Template\n---\n${template}`,
  }
  await stageFiles(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`posts/old/${path}`, text])),
  )
  const staged = await readFile(pathOf('.quire/content/posts/template.md'), 'utf8')
  return staged.split('\n---\n')[1] ?? ''
}

test.each([
  ['{% for post in site.posts %}{{ post.title }} {% endfor %}', 'Newer Older Template '],
  ['{{ site.posts.first.url }}', '/2021/01/01/newer.html'],
  ['{{ site.tags.sea | size }} {{ site.categories.a[0].title }}', '2 Older'],
  ['{% for tag in site.tags %}{{ tag[0] }}:{{ tag[1].size }} {% endfor %}', 'sea:2 land:1 '],
  ['{{ site.data.people.ada.boats | join: "+" }} {{ site.data.tides[0].metres }}', 'Tern+Gull 1,5'],
  ['{% for boat in site.boats %}{{ boat.title }} {{ boat.url }}{% endfor %}', 'Tern /boats/tern'],
  ['{{ site.harbour }} {{ page.url }}', 'Kiel /2019/01/01/template.html'],
])('%s', async (template, text) => {
  expect(await evaluate(template)).toBe(text)
})

test('a table is read with its quoted cells', () => {
  expect(parseTable('a\tb\r\n"x ""y"""\t2\n\n', '\t')).toEqual([{ a: 'x "y"', b: '2' }])
})
