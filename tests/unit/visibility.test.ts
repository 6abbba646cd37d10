import { expect, test } from 'vitest'
import { isPreview, showsDrafts } from '../../lib/environment.js'
import { isPublished, isScheduled } from '../../lib/visibility'

const readers = { now: Date.UTC(2026, 0, 1), timeZone: 'UTC', environment: { NODE_ENV: 'production' } }

test('shows drafts in dev, in a preview on Vercel and on request', () => {
  expect(showsDrafts({ NODE_ENV: 'development' })).toBe(true)
  expect(showsDrafts({ NODE_ENV: 'production', VERCEL_ENV: 'preview' })).toBe(true)
  expect(showsDrafts({ NODE_ENV: 'production', SHOW_DRAFTS: '1' })).toBe(true)
})

test('shows drafts in no other environment', () => {
  expect(showsDrafts({ NODE_ENV: 'production' })).toBe(false)
  expect(showsDrafts({ NODE_ENV: 'production', VERCEL_ENV: 'production' })).toBe(false)
  expect(showsDrafts({ NODE_ENV: 'production', SHOW_DRAFTS: '0' })).toBe(false)
})

test('treats a build that shows drafts as a preview, but not `dev`', () => {
  expect(isPreview({ NODE_ENV: 'production', SHOW_DRAFTS: '1' })).toBe(true)
  expect(isPreview({ NODE_ENV: 'development', SHOW_DRAFTS: '1' })).toBe(false)
  expect(isPreview({ NODE_ENV: 'production' })).toBe(false)
})

test('publishes no draft and nothing dated in the future', () => {
  expect(isPublished({ draft: true, date: '2020-01-01' }, readers)).toBe(false)
  expect(isPublished({ draft: false, date: '2026-01-02' }, readers)).toBe(false)
  expect(isPublished({ draft: false, date: '2025-12-31' }, readers)).toBe(true)
})

test('publishes a post without a date', () => {
  expect(isPublished({ draft: false }, readers)).toBe(true)
})

test('starts a day without an offset at midnight in the site’s time zone', () => {
  const eveningInUtc = { ...readers, now: Date.UTC(2022, 4, 7, 20) }
  expect(isScheduled({ date: '2022-05-08' }, { ...eveningInUtc, timeZone: 'Asia/Kolkata' })).toBe(false)
  expect(isScheduled({ date: '2022-05-08' }, eveningInUtc)).toBe(true)
})

test('uses the written offset whatever the site’s time zone is', () => {
  const now = Date.UTC(2025, 9, 29, 19, 33, 3)
  const losAngeles = { ...readers, timeZone: 'America/Los_Angeles' }
  const date = '2025-10-30T01:03:04+05:30'
  expect(isScheduled({ date }, { ...losAngeles, now })).toBe(true)
  expect(isScheduled({ date }, { ...losAngeles, now: now + 1000 })).toBe(false)
})
