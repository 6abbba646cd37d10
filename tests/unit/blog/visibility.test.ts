import { expect, test } from 'vitest'
import { isPublished, isScheduled, showsDrafts } from '../../../lib/blog/visibility'

const readers = { NODE_ENV: 'production' }

test('shows drafts in dev, in a preview on Vercel and where it is asked for', () => {
  expect(showsDrafts({ NODE_ENV: 'development' })).toBe(true)
  expect(showsDrafts({ NODE_ENV: 'production', VERCEL_ENV: 'preview' })).toBe(true)
  expect(showsDrafts({ NODE_ENV: 'production', SHOW_DRAFTS: '1' })).toBe(true)
})

test('shows drafts nowhere else', () => {
  expect(showsDrafts(readers)).toBe(false)
  expect(showsDrafts({ NODE_ENV: 'production', VERCEL_ENV: 'production' })).toBe(false)
  expect(showsDrafts({ NODE_ENV: 'production', SHOW_DRAFTS: '0' })).toBe(false)
})

test('publishes no draft and nothing dated ahead', () => {
  expect(isPublished({ draft: true, date: '2020-01-01' }, 'UTC', readers)).toBe(false)
  expect(isPublished({ draft: false, date: '9999-01-01' }, 'UTC', readers)).toBe(false)
  expect(isPublished({ draft: false, date: '2020-01-01' }, 'UTC', readers)).toBe(true)
})

test('publishes a post without a date', () => {
  expect(isPublished({ draft: false }, 'UTC', readers)).toBe(true)
})

test("begins a day without an offset at midnight in the site's zone", () => {
  const eveningInUtc = Date.UTC(2022, 4, 7, 20)
  expect(isScheduled({ date: '2022-05-08' }, 'Asia/Kolkata', eveningInUtc)).toBe(false)
  expect(isScheduled({ date: '2022-05-08' }, 'UTC', eveningInUtc)).toBe(true)
})

test("keeps the written offset whatever the site's zone is", () => {
  const moment = Date.UTC(2025, 9, 29, 19, 33, 3)
  expect(isScheduled({ date: '2025-10-30T01:03:04+05:30' }, 'America/Los_Angeles', moment)).toBe(true)
  expect(isScheduled({ date: '2025-10-30T01:03:04+05:30' }, 'America/Los_Angeles', moment + 1000)).toBe(false)
})
