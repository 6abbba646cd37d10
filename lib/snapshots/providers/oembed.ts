import { z } from 'zod'
import { isHttp } from '../../urls/is-http'
import type { FetchContext } from '../fetcher'
import { fetchJson } from '../http'
import { Gone, Unavailable } from '../outcome'
import type { SnapshotContent } from '../snapshot'

/** The fields of oEmbed that we show. @see https://oembed.com (2.3.4) */
const oembed = z.object({
  title: z.string().optional().catch(undefined),
  author_name: z.string().optional().catch(undefined),
  author_url: z.string().optional().catch(undefined),
  thumbnail_url: z.string().optional().catch(undefined),
  width: z.coerce.number().int().positive().optional().catch(undefined),
  height: z.coerce.number().int().positive().optional().catch(undefined),
})

/** Title, author and poster of a YouTube video. */
export async function fetchYoutube(context: FetchContext): Promise<SnapshotContent> {
  const { id } = context.reference
  const url = `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`
  const answer = await ask(new URL('/oembed', context.endpoints.youtube), url, context)
  // The poster of the answer is 480 x 360 with bars above and below; the large one does not exist for every video.
  const large = answer.thumbnail_url?.replace(/[^/]+$/, 'maxresdefault.jpg')
  return readVideo(answer, [large, answer.thumbnail_url], context)
}

/** Title, author and poster of a Vimeo video. */
export async function fetchVimeo(context: FetchContext): Promise<SnapshotContent> {
  const address = new URL('/api/oembed.json', context.endpoints.vimeo)
  address.searchParams.set('width', '1280')
  const answer = await ask(address, `https://vimeo.com/${context.reference.id}`, context)
  return readVideo(answer, [answer.thumbnail_url], context)
}

/** Title, author and picture of a pen. */
export async function fetchCodepen(context: FetchContext): Promise<SnapshotContent> {
  const answer = await ask(new URL('/api/oembed', context.endpoints.codepen), context.reference.url, context)
  return readVideo(answer, [answer.thumbnail_url], context)
}

/** Title, author and picture of the content of another player. @param path of its oEmbed endpoint */
export async function fetchPlayer(
  context: FetchContext,
  path: string,
  endpoint: string,
): Promise<SnapshotContent> {
  const answer = await ask(new URL(path, endpoint), context.reference.url, context)
  return readVideo(answer, [answer.thumbnail_url], context)
}

async function ask(address: URL, url: string, { http }: FetchContext): Promise<OEmbed> {
  address.searchParams.set('format', 'json')
  address.searchParams.set('url', url)
  const parsed = oembed.safeParse(await fetchJson(address.href, http))
  if (!parsed.success)
    throw new Unavailable(`${address.hostname} answered with something that is not valid oEmbed.`)
  return parsed.data
}

async function readVideo(
  answer: OEmbed,
  posters: readonly (string | undefined)[],
  { media, reference }: FetchContext,
): Promise<SnapshotContent> {
  if (!answer.title) throw new Gone('It has no title.')
  const { author_name: name, author_url: url } = answer
  let poster: Awaited<ReturnType<typeof media.addPicture>>
  for (const candidate of posters) {
    poster ??= await media.addPicture(candidate, { role: 'poster', maxWidth: 1200 })
  }
  return {
    kind: 'video',
    video: {
      title: answer.title.slice(0, 1000),
      ...(name && { author: { name: name.slice(0, 1000), ...(url && isHttp(url) && { url }) } }),
      ...(poster && { poster }),
      ...ratioOf(answer, reference.provider),
    },
  }
}

/** The player's ratio. YouTube answers 200 x 113 for a video and 113 x 200 for a short: close enough to detect them. */
function ratioOf({ width, height }: OEmbed, provider: string): { width: number; height: number } {
  if (!width || !height) return { width: 16, height: 9 }
  if (provider !== 'youtube') return { width: Math.min(width, 20_000), height: Math.min(height, 20_000) }
  return width >= height ? { width: 16, height: 9 } : { width: 9, height: 16 }
}

type OEmbed = z.infer<typeof oembed>
