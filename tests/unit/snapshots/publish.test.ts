import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { saveSnapshot } from '../../../lib/snapshots/store'
import { tweet, tweetTarget } from './tweets'
import { useSnapshots } from './use-snapshots'

const { folder, keep, publish } = useSnapshots()

describe('warnings for the author', () => {
  test('names the tweet without a snapshot, and the command', async () => {
    const { warning } = await publish(tweetTarget)
    expect(warning).toMatchObject({
      rule: 'embeds/missing-snapshot',
      message: expect.stringContaining('https://x.com/ada/status/1'),
      hint: expect.stringContaining('npm run embeds'),
    })
  })

  test('names a snapshot that an edit made invalid, and the reason', async () => {
    await keep(tweetTarget, tweet({}))
    writeFileSync(join(folder(), 'tweet-1.json'), '{')
    const { warning } = await publish(tweetTarget)
    expect(warning).toMatchObject({
      rule: 'embeds/broken-snapshot',
      message: expect.stringContaining('tweet-1.json'),
    })
  })

  test('names a remote picture that no longer exists', async () => {
    const target = { provider: 'picture', id: 'https://example.com/p.png', url: 'https://example.com/p.png' }
    await saveSnapshot(folder(), target, { outcome: 'gone', reason: 'example.com answered 404.' })
    expect((await publish(target)).warning).toMatchObject({
      rule: 'embeds/lost-picture',
      message: 'The picture https://example.com/p.png could not be fetched: example.com answered 404.',
    })
  })

  test('does not report a remote picture whose size the author gave', async () => {
    const url = 'https://example.com/p.png'
    expect(await publish({ provider: 'picture', id: url, url, sized: true })).toEqual({})
  })

  test('does not report a tweet that is known to be deleted', async () => {
    await saveSnapshot(folder(), tweetTarget, { outcome: 'gone', reason: 'Deleted.' })
    expect((await publish(tweetTarget)).warning).toBeUndefined()
  })
})
