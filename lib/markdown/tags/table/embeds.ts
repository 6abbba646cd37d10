import {
  type Embed,
  gist,
  github,
  linkCard,
  recognizeEmbed,
  seconds,
  tweet,
  vimeo,
  youtube,
} from '../../embeds/providers'
import type { TagArguments } from '../read-arguments'
import type { Meaning, TagRow, TagUse } from './meaning'

/** Tags that embed content of another site. */
export const embedTags: TagRow[] = [
  { names: ['twitter', 'tweet', 'x', 'x_simple', 'twitter_simple'], holds: 'nothing', read: readTweet },
  { names: ['youtube', 'yt'], holds: 'nothing', read: readYoutube },
  { names: ['vimeo', 'vimeo_simple'], holds: 'nothing', read: readVimeo },
  { names: ['gist'], holds: 'nothing', read: readGist },
  { names: ['embed', 'linkcard', 'card', 'link-card'], holds: 'nothing', read: readAddress },
  { names: ['github'], holds: 'nothing', read: readGithub },
  { names: ['user'], holds: 'nothing', read: ({ args }) => onSite('https://dev.to/', args) },
  { names: ['organization'], holds: 'nothing', read: ({ args }) => onSite('https://dev.to/', args) },
  { names: ['post'], holds: 'nothing', read: ({ args }) => onSite('https://dev.to/', args) },
  { names: ['stackblitz'], holds: 'nothing', read: readStackblitz },
  {
    names: ['codepen', 'jsfiddle', 'codesandbox', 'replit', 'glitch', 'runkit'],
    holds: 'nothing',
    read: readAddress,
  },
  {
    names: ['instagram', 'instagram_simple'],
    holds: 'nothing',
    read: ({ args }) => onSite('https://www.instagram.com/p/', args),
  },
  {
    names: ['spotify', 'soundcloud', 'twitch', 'reddit', 'medium', 'slideshare', 'speakerdeck'],
    holds: 'nothing',
    read: readAddress,
  },
]

const embed = (embed: Embed): Meaning => ({ as: 'embed', embed })

/** A URL with any query, a numeric id, `user= id=`; dev.to adds options, which Quire ignores. */
function readTweet({ args: { positional, named } }: TagUse): Meaning | undefined {
  const [first = named.id ?? named.url ?? '', second] = positional
  if (/^\d+$/.test(first)) return embed(tweet(first, named.user))
  if (/^\w{1,20}$/.test(first) && second && /^\d+$/.test(second)) return embed(tweet(second, first))
  const found = recognizeEmbed(first)
  return found?.provider === 'tweet' ? embed(found) : undefined
}

/** An id, `ID?t=1m2s`, a URL, or Hugo's `id= start= end=`. Players' options (`autoplay`, `loop`) are ignored. */
function readYoutube({ args: { positional, named } }: TagUse): Meaning | undefined {
  // Components of MDX have their own names for it; names are read in lower case.
  const written =
    named.id ?? named.url ?? named.videoid ?? named.youtubeid ?? named.youtubeurl ?? named.video ?? named.src
  const [first = written ?? ''] = positional
  if (first.startsWith('videoseries')) return playlist(first)
  const found = recognizeEmbed(first) ?? recognizeEmbed(`https://youtu.be/${first.replace('&', '?')}`)
  if (found?.provider !== 'youtube') return undefined
  const start = named.start ?? named.t ?? positional.find((argument) => /^\d+s$/.test(argument))
  const props = {
    ...found.props,
    ...(start && seconds(start) ? { start: String(seconds(start)) } : {}),
    ...(named.end && seconds(named.end) ? { end: String(seconds(named.end)) } : {}),
    ...(named.title ? { title: named.title } : {}),
  }
  return embed(youtube(found.id, props))
}

/** `videoseries?list=…`: a list of videos has no poster. */
function playlist(id: string): Meaning | undefined {
  const list = /[?&]list=([\w-]+)/.exec(id)?.[1]
  return list ? embed(linkCard(`https://www.youtube.com/playlist?list=${list}`)) : undefined
}

function readVimeo({ args: { positional, named } }: TagUse): Meaning | undefined {
  const [first = named.id ?? named.url ?? ''] = positional
  if (/^\d+$/.test(first)) return embed(vimeo(first, named.title ? { title: named.title } : {}))
  const found = recognizeEmbed(first)
  return found?.provider === 'vimeo' ? embed(found) : undefined
}

/** `[user/]id [file]`, a URL with `file=x`, Hugo's `user id ["file"]`. */
function readGist({ args: { positional, named } }: TagUse): Meaning | undefined {
  const [first = named.id ?? named.url ?? '', second, third] = positional
  const isId = (text: string | undefined): text is string =>
    text !== undefined && /^[0-9a-f]{5,40}$/.test(text)
  const found = recognizeEmbed(first)
  if (found?.provider === 'gist') {
    const file = named.file ?? found.props?.file ?? second
    return embed(gist(found.id, found.props?.user, file))
  }
  const [user, id] = first.split('/')
  if (isId(id)) return embed(gist(id, user, named.file ?? second))
  if (isId(first) && !isId(second)) return embed(gist(first, undefined, named.file ?? second))
  return isId(second) ? embed(gist(second, first, named.file ?? third)) : undefined
}

/** A URL: its own component if there is one, else a card. */
export function readAddress({ args: { positional, named } }: TagUse): Meaning | undefined {
  const [first = named.url ?? named.href ?? named.src ?? ''] = positional
  if (!/^https?:\/\//.test(first)) return undefined
  return embed(recognizeEmbed(first) ?? linkCard(first))
}

/** `user/repo`, or a GitHub URL; dev.to's `no-readme` is the default here. */
function readGithub(use: TagUse): Meaning | undefined {
  const [first = use.args.named.repo ?? ''] = use.args.positional
  if (/^[\w.-]+\/[\w.-]+$/.test(first)) return embed(github(first))
  if (/^[\w-]+$/.test(first)) return embed(linkCard(`https://github.com/${first}`))
  return readAddress(use)
}

/** `id view=preview file=index.js`. */
function readStackblitz(use: TagUse): Meaning | undefined {
  const [first = use.args.named.id ?? ''] = use.args.positional
  if (!/^[\w-]+$/.test(first)) return readAddress(use)
  const { view, file } = use.args.named
  const url = new URL(`https://stackblitz.com/edit/${first}`)
  if (view) url.searchParams.set('view', view)
  if (file) url.searchParams.set('file', file)
  return embed({ provider: 'stackblitz', id: first, url: url.href })
}

function onSite(base: string, { positional, named }: TagArguments): Meaning | undefined {
  const [first = named.id ?? ''] = positional
  if (/^https?:\/\//.test(first)) return embed(recognizeEmbed(first) ?? linkCard(first))
  return /^[\w./-]+$/.test(first) ? embed(linkCard(`${base}${first}`)) : undefined
}
