import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('app/styles/theme.css', 'utf8')
const colours = readColours(css)

/** Each text colour, with the backgrounds it is used on. */
const pairs: [ground: string, inks: string[]][] = [
  [
    'paper',
    'ink quiet accent visited note tip important warning caution keyword string constant function comment'.split(
      ' ',
    ),
  ],
  ['tint', 'ink quiet accent visited warning keyword string constant function comment'.split(' ')],
  ['mark', ['ink', 'keyword', 'string', 'constant', 'function', 'comment', 'quiet']],
  ['added', ['ink', 'keyword', 'string', 'constant', 'function', 'comment', 'quiet']],
  ['removed', ['ink', 'keyword', 'string', 'constant', 'function', 'comment', 'quiet']],
]

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  for (const [ground, inks] of pairs) {
    test.each(inks)(`has enough contrast: %s on ${ground}`, (ink) => {
      expect(contrast(colour(ink)[theme], colour(ground)[theme])).toBeGreaterThanOrEqual(4.5)
    })
  }
})

test('contrast is measured as in WCAG', () => {
  expect(contrast([1, 0, 0], [0, 0, 0])).toBeCloseTo(21)
  // #767676 on white is the lightest grey that WCAG accepts.
  expect(contrast([1, 0, 0], [0.567, 0, 0])).toBeCloseTo(4.54, 1)
})

function colour(name: string): Colour {
  const found = colours.get(name)
  if (!found) throw new Error(`app/styles/theme.css has no --color-${name}`)
  return found
}

function readColours(text: string): Map<string, Colour> {
  const pattern = /--color-([\w-]+):\s*light-dark\(\s*oklch\(([^)]+)\)\s*,\s*oklch\(([^)]+)\)\s*\)/g
  return new Map(
    [...text.matchAll(pattern)].map(([, name = '', light = '', dark = '']) => [
      name,
      { light: light.split(' ').map(Number), dark: dark.split(' ').map(Number) },
    ]),
  )
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: Oklch, b: Oklch): number {
  const [brighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (brighter + 0.05) / (darker + 0.05)
}

/**
 * Relative luminance of an OKLCH colour: OKLab to linear sRGB, clipped to the gamut of a screen. @see
 * https://bottosson.github.io/posts/oklab/
 */
function luminance([lightness = 0, chroma = 0, hue = 0]: Oklch): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const shown = (value: number) => Math.min(1, Math.max(0, value))
  return (
    0.2126 * shown(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) +
    0.7152 * shown(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) +
    0.0722 * shown(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  )
}

type Oklch = number[]
interface Colour {
  light: Oklch
  dark: Oklch
}
