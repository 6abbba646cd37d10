/**
 * Takes the screenshots for the README from a running site: `npm run build && npm start`, then `npx tsx
 * tests/e2e/take-screenshots.ts http://localhost:3000`.
 */
import { chromium } from '@playwright/test'
import sharp from 'sharp'
import { findSystemBrowser } from './browser'

const SHOTS = [
  { name: 'home', path: '/', colorScheme: 'light' },
  { name: 'post', path: '/posts/math-and-code', colorScheme: 'light' },
  { name: 'home-dark', path: '/', colorScheme: 'dark' },
  { name: 'post-dark', path: '/posts/math-and-code', colorScheme: 'dark' },
] as const

const origin = process.argv[2] ?? 'http://localhost:3000'
const browser = await chromium.launch({ executablePath: findSystemBrowser() })
for (const { name, path, colorScheme } of SHOTS) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 860 },
    deviceScaleFactor: 1.5,
    colorScheme,
  })
  await page.goto(new URL(path, origin).href)
  const file = `docs/images/${name}.webp`
  await sharp(await page.screenshot())
    .webp({ quality: 85 })
    .toFile(file)
  console.log(file)
  await page.close()
}
await browser.close()
