import { describe, expect, test } from 'vitest'
import { previewOf } from '@/lib/blog/preview'

describe('previewOf', () => {
  test('shows what a preview was built from', () => {
    const env = {
      VERCEL_ENV: 'preview',
      VERCEL_GIT_COMMIT_REF: 'new-post',
      VERCEL_GIT_COMMIT_SHA: '0123456789abcdef',
    }
    expect(previewOf(env)).toEqual({ branch: 'new-post', commit: '0123456' })
  })

  test('recognizes a preview that is not built by Vercel', () => {
    expect(previewOf({ SHOW_DRAFTS: '1' })).toEqual({})
  })

  test.each([{ VERCEL_ENV: 'production', VERCEL_GIT_COMMIT_REF: 'main' }, { NODE_ENV: 'development' }, {}])(
    'is undefined for %o',
    (env) => {
      expect(previewOf(env)).toBeUndefined()
    },
  )
})
