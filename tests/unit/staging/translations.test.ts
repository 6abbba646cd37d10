import { describe, expect, test } from 'vitest'
import { useContent } from './use-content'

const { stageFiles } = useContent()

describe('translations are linked and have their language', () => {
  test('in folders of posts: index.md and index.de.md', async () => {
    await expectPair({
      'posts/trip/index.md': post('Trip'),
      'posts/trip/index.de.md': post('Reise'),
    })
  })

  test('in a Hugo blog with a bundle per post', async () => {
    await expectPair({
      'posts/old/hugo.toml': 'defaultContentLanguage = "en"\n[languages.en]\n[languages.de]\n',
      'posts/old/content/posts/trip/index.md': post('Trip'),
      'posts/old/content/posts/trip/index.de.md': post('Reise'),
    })
  })

  test('in a Hugo blog with a folder per language', async () => {
    await expectPair({
      'posts/old/hugo.toml':
        'defaultContentLanguage = "en"\n[languages.en]\ncontentDir = "content/en"\n[languages.de]\ncontentDir = "content/de"\n',
      'posts/old/content/en/posts/trip.md': post('Trip'),
      'posts/old/content/de/posts/trip.md': post('Reise'),
    })
  })

  test('in a Jekyll blog with Polyglot', async () => {
    await expectPair({
      'posts/old/_config.yml': 'languages: ["en", "de"]\ndefault_lang: en\n',
      'posts/old/_posts/2024-01-01-trip.md': post('Trip', 'lang: en\npermalink: /trip/\n'),
      'posts/old/_posts/2024-01-01-reise.md': post('Reise', 'lang: de\npermalink: /trip/\n'),
    })
  })
})

async function expectPair(files: Record<string, string>): Promise<void> {
  const { posts, problems } = await stageFiles(files)
  const [de, en] = posts.toSorted((a, b) => (a.title < b.title ? -1 : 1))
  expect(posts).toHaveLength(2)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(de?.settings.lang).toBe('de')
  expect(en?.settings.lang).toBe('en')
  expect(de?.translationKey).toBeDefined()
  expect(de?.translationKey).toBe(en?.translationKey)
  expect(de?.slug).not.toBe(en?.slug)
}

function post(title: string, more = ''): string {
  return `---\ntitle: ${title}\ndate: 2024-01-01\n${more}---\nText of ${title}.\n`
}
