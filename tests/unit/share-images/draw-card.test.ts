import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { drawCard } from '@/lib/share-images/draw-card'
import { findFontFiles } from '@/lib/share-images/font-files'
import { toShareCard } from '@/lib/share-images/share-card'
import { readShareColors } from '@/lib/share-images/theme-colors'
import { compareImages } from './compare-images'

const colors = readShareColors(readFileSync('app/styles/theme.css', 'utf8'))

const SITES = { title: 'Notes from a Lock', author: { name: 'Mira Halvorsen' }, language: 'en-GB' }

/** Titles by the name of their golden picture. After a change of the design: UPDATE_FIXTURES=1, and look at each. */
const CARDS = {
  latin: { title: 'The gate that kept “every” promise — and what it cost, 1984–2026' },
  cyrillic: { title: 'Почему шлюзы всё ещё открывают вручную', lang: 'ru' },
  arabic: { title: 'كيف يعمل الهويس PostgreSQL 16 من الداخل؟', lang: 'ar' },
  hebrew: { title: 'איך עובד שער המים PostgreSQL מבפנים?', lang: 'he' },
  chinese: { title: '闸门如何把河水变成时间，以及为什么', lang: 'zh' },
  japanese: { title: '水門の時刻表をプログラムで読む方法、辺境の直角', lang: 'ja' },
  korean: { title: '수문은 어떻게 강을 시간으로 바꾸는가', lang: 'ko' },
  thai: { title: 'ประตูน้ำทำงานอย่างไรเมื่อไฟดับและไม่มีใครอยู่', lang: 'th' },
  devanagari: { title: 'जलद्वार के भीतर क्या होता है: क्षत्रिय और स्त्री', lang: 'hi' },
  emoji: { title: 'Opening the lock 🚀 on Fridays 👩‍💻 is fine 🎉 🇩🇪 ❤️' },
  long: {
    title:
      'A very long title that goes on and on, since whoever wrote it could not stop, about gates, pumps, tides, and the way in which all of them fail at once on a Friday night in autumn',
  },
  short: { title: 'Locks' },
  site: {},
}

const NAMES = Object.keys(CARDS) as (keyof typeof CARDS)[]

describe.each(NAMES)('%s', (name) => {
  const card = toShareCard(SITES, { ...CARDS[name], ...(name !== 'site' && { date: '2026-11-21' }) })
  const file = join('tests', 'unit', 'share-images', 'golden', `${name}.png`)

  test('matches its golden picture', async () => {
    const image = await drawCard(card, colors)
    if (process.env.UPDATE_FIXTURES)
      writeFileSync(file, await sharp(image).png({ palette: true, effort: 10 }).toBuffer())
    expect(await sharp(image).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    expect(await compareImages(image, readFileSync(file))).toBeLessThan(MOST)
  })

  test('has a font for every character', () => {
    expect(findFontFiles(card).missing).toEqual([])
  })
})

test('another word changes the picture', async () => {
  const draw = (title: string) => drawCard(toShareCard(SITES, { title }), colors)
  const [first, other] = await Promise.all([draw('The gate is open'), draw('The gate is shut')])
  expect(await compareImages(first, other)).toBeGreaterThan(MOST)
})

test('letters that are not joined change the picture', async () => {
  const draw = (title: string) => drawCard(toShareCard(SITES, { title, lang: 'ar' }), colors)
  const title = 'كيف يعمل الهويس'
  const [joined, apart] = await Promise.all([draw(title), draw(Array.from(title).join('\u200C'))])
  expect(await compareImages(joined, apart)).toBeGreaterThan(MOST)
})

test('uses the colors of the theme', async () => {
  const theme = readShareColors('--color-paper: #102030;\n--color-ink: light-dark(rgb(255, 255, 255), #000);')
  expect(theme).toMatchObject({ paper: '#102030', ink: 'rgb(255, 255, 255)' })
  const image = await drawCard(toShareCard(SITES, { title: 'The gate' }), theme)
  const { dominant } = await sharp(image).stats()
  expect(dominant.b).toBeGreaterThan(dominant.r)
})

test('reports characters that no font supports', () => {
  expect(findFontFiles(toShareCard(SITES, { title: 'Gates ᚠ and locks' })).missing).toEqual(['ᚠ'])
})

test('reads few font files for a title in one script', () => {
  const { files } = findFontFiles(toShareCard(SITES, { title: 'The gate is open 2 days a week' }))
  expect(files.map(({ path }) => path.replace(/^.*\//, ''))).toEqual([
    'source-serif-4-latin-wght-normal.woff2',
  ])
})

/** The share of squares that may differ: rounding on another processor changes far fewer, a word far more. */
const MOST = 0.002
