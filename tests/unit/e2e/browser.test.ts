import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findSystemBrowser } from '../../e2e/browser'

describe('findSystemBrowser', () => {
  test('uses the browser that CHROMIUM names', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'browser-')), 'chromium')
    writeFileSync(path, '#!/bin/sh\necho Chromium 1\n', { mode: 0o755 })
    expect(findSystemBrowser({ CHROMIUM: path })).toBe(path)
  })

  test('rejects a CHROMIUM that does not start, and names it', () => {
    expect(() => findSystemBrowser({ CHROMIUM: '/nowhere/chromium' })).toThrow('"/nowhere/chromium"')
  })
})
