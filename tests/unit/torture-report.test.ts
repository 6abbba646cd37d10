import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inputs } from '../torture/inputs'

const report = readFileSync('docs/torture.md', 'utf8')
const rows = rowsOf(report)

describe('docs/torture.md', () => {
  test('names every text of the list with its size, and no other', () => {
    const named = rowsOf(report.split('## Random texts')[0] ?? '')
      .filter((row) => row.length === 8 && /^[\d,]+$/.test(row[2] ?? ''))
      .map((row) => row.slice(1, 3))
    expect(named).toEqual(inputs.map(({ name, size }) => [name, size.toLocaleString('en')]))
  })

  test('says what came of each, and that none crashed or took more than twenty seconds', () => {
    for (const { name } of inputs) {
      const [, , , , seconds = '', , outcome = ''] = rows.find((row) => row[1] === name) ?? []
      expect(outcome, name).toMatch(/^\d+ KB/)
      expect(Number(seconds), name).toBeLessThan(20)
    }
    expect(report).toContain('all hold')
    expect(report).toContain(' 0 with something that runs')
  })

  test('has the load of many connections without an error, beside a plain server', () => {
    const [site, plain] = ['`npm start`', 'plain file server'].map((name) =>
      rows.find((row) => row[1] === name),
    )
    expect(Number(site?.[2]?.replaceAll(',', ''))).toBeGreaterThan(1000)
    expect([site?.[3], plain?.[3]]).toEqual(['0', '0'])
    expect(report).toMatch(/200 connections for 30 s/)
  })

  test('names no folder of a machine', () => {
    expect(report).not.toMatch(/(?:^|[\s(`])\/(?:home|root|work|tmp|Users)\//)
  })
})

/** The cells of each row of a table, after the empty one before its first bar. */
function rowsOf(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
}
