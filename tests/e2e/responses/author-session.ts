import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Browser, BrowserContext } from '@playwright/test'
import { PROJECT } from '../copy-project'
import { siteUrl } from '../sites'
import { expect } from '../test'

export const READER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** @returns a link that signs the author in */
export function signInLink(url: string): string {
  const output = execFileSync('npx', ['tsx', join(PROJECT, 'lib/cli/admin.ts'), '--url', url], {
    cwd: join(PROJECT, '.e2e', 'responses'),
    env: { ...process.env, DATABASE_URL: 'file:data/quire.db' },
    encoding: 'utf8',
  })
  return output.trim().split('\n').at(-1) ?? ''
}

/** Signs the author in. @returns their browser */
export async function signInAuthor(browser: Browser, javaScriptEnabled: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ javaScriptEnabled, userAgent: READER })
  const page = await context.newPage()
  await page.goto(signInLink(siteUrl('responses')))
  await expect(page.getByText('waiting for approval')).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('You are signed in.')).toBeVisible()
  return context
}
