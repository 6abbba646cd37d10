/** In `dev` a mistake is shown over the page, opens the editor, and disappears when it is fixed; old URLs lead to their posts. */
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { CONTENT_DIR, copyProject } from './copy-project'
import { startDev } from './dev-server'

const wrong = '---\ntitle: Tides\ndate: 2024-01-01\ndrat: true\n---\n\nLow water.\n'
const right = wrong.replace('drat: true\n', '')

let folder: string
let editor: string
let server: ChildProcess | undefined
let url: string

test.describe.configure({ mode: 'serial' })
// Next compiles a page when it is first asked for.
test.setTimeout(5 * 60_000)

test.beforeAll(async () => {
  folder = copyProject('overlay', {
    'site.yaml': 'title: The harbour log\nurl: https://harbour.example\nauthor: Mira\n',
    'posts/tides.md': wrong,
    'posts/ropes.md':
      '---\ntitle: Ropes\ndate: 2024-01-02\naliases: [/knots, /2015/06/knots, /überall]\n---\n\nKnots.\n',
  })
  // An editor that records what it is asked to open.
  editor = join(folder, 'code')
  writeFileSync(editor, `#!/bin/sh\nprintf '%s ' "$@" > '${folder}/opened.txt'\n`, { mode: 0o755 })
  ;({ server, url } = await startDev(folder, 'localhost', { VISUAL: editor }))
})

test.afterAll(() => {
  server?.kill('SIGTERM')
})

test('an old URL leads to its post, also where a page of the author could have it', async ({ request }) => {
  expect((await request.get(`${url}/nothing-here`)).status()).toBe(404)
  for (const path of ['/knots', '/knots/', '/2015/06/knots', '/2015/06/knots.html', '/%C3%BCberall']) {
    const answer = await request.get(`${url}${path}`, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(308)
    expect(answer.headers().location).toMatch(/\/posts\/ropes$/)
  }
})

test('a mistake is shown with its position and hint, opens the editor, and disappears when it is corrected', async ({
  page,
}) => {
  await page.goto(`${url}/posts/ropes`, { timeout: 4 * 60_000 })
  const overlay = page.getByRole('status', { name: 'Problems in the content' })
  await expect(overlay).toContainText('`drat`')
  await expect(overlay).toContainText(`${CONTENT_DIR}/posts/tides.md:4`)
  await expect(overlay).toContainText('draft')

  await overlay.getByText(`${CONTENT_DIR}/posts/tides.md:4`).click()
  const tides = join(folder, CONTENT_DIR, 'posts', 'tides.md')
  const opened = join(folder, 'opened.txt')
  await expect.poll(() => existsSync(opened) && readFileSync(opened, 'utf8')).toBe(`--goto ${tides}:4:1 `)

  writeFileSync(tides, right)
  await expect(overlay).toBeHidden()

  writeFileSync(tides, wrong)
  await expect(overlay).toContainText('`drat`')
})
