/** The size budget of a page. A failure prints every file with its bytes. */
import { existsSync } from 'node:fs'
import type { SiteName } from './sites'
import { SEEDS } from './sites'
import { expect, test } from './test'
import { bytesOf, measureTransfer } from './transfer'

const KB = 1000

/** Posts by their content. A post with both code and math counts as one with math. */
const POSTS: { site: SiteName; path: string; kind: 'text' | 'code' | 'math' }[] = [
  { site: 'default', path: '/posts/publishing', kind: 'code' },
  { site: 'default', path: '/posts/writing-a-post', kind: 'code' },
  { site: 'default', path: '/posts/math-and-code', kind: 'math' },
  { site: 'forms', path: '/posts/dollars', kind: 'text' },
  { site: 'forms', path: '/posts/a-week-at-the-lock', kind: 'math' },
  { site: 'seeds', path: '/posts/atlans-internship-experience', kind: 'text' },
  { site: 'seeds', path: '/posts/atlan-backend-internship-interview', kind: 'text' },
]

for (const { site, path, kind } of POSTS) {
  test.describe(`${site} ${path}`, () => {
    test.use({ site, allowedHosts: ['pictures.example', 'blog.junaidrahim.in'] })
    test.skip(site === 'seeds' && !existsSync(SEEDS), 'the seed posts are not here')

    test(`a post of ${kind} stays within its budget`, async ({ page }) => {
      const transfer = await measureTransfer(page, path)
      const katex = transfer.files.filter(({ path }) => /katex/i.test(path))
      const counted = transfer.files.filter((file) => !katex.includes(file))
      const measured = JSON.stringify(transfer, null, 1)

      expect(bytesOf(counted), measured).toBeLessThanOrEqual(
        12 * KB + transfer.code + (kind === 'math' ? transfer.formulas : 0),
      )
      expect(counted.length, measured).toBeLessThanOrEqual(4)
      expect(transfer.js, measured).toBeLessThanOrEqual(2.5 * KB)
      if (kind !== 'math') expect(katex).toEqual([])
      // A text of a few lines is smaller than the layout around it.
      if (kind === 'text' && transfer.text > 2 * KB)
        expect(transfer.markup, measured).toBeLessThanOrEqual(2 * transfer.text)
    })
  })
}

test.describe('a site on which readers answer', () => {
  // Kept small, because responses are loaded when the reader scrolls to them.
  test.use({ site: 'responses', allowedHosts: ['pictures.example'], viewport: { width: 800, height: 200 } })

  test('adds at most 1.5 KB to a post, until the reader comes near the responses', async ({ page }) => {
    const transfer = await measureTransfer(page, '/posts/opening-the-gates')
    const counted = transfer.files.filter(({ path }) => !/katex/i.test(path))
    const measured = JSON.stringify(transfer, null, 1)
    expect(counted.filter(({ path }) => path.startsWith('/api/responses'))).toEqual([])
    expect(bytesOf(counted), measured).toBeLessThanOrEqual(13.5 * KB + transfer.code + transfer.formulas)
    expect(transfer.js, measured).toBeLessThanOrEqual(4 * KB)
    // One more than the four of every post: the request that counts the view.
    expect(counted.length, measured).toBeLessThanOrEqual(5)
  })
})
