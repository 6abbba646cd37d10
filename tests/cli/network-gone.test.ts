/** A network that goes in the middle of a command: nothing half fetched is stored, nothing of the author's changes, the next run is right. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CONTENT_DIR, copyProject } from '../e2e/copy-project'
import { makeProject, runCommand } from './run-command'

const PATIENCE = 5 * 60_000

test(
  'import --images stores whole pictures only, and fetches the others in the next run',
  async () => {
    let isGone = true
    const site = await serve((request, response) => {
      if (isGone && request.url !== '/first.png') cut(response, 'image/png')
      else response.writeHead(200, { 'content-type': 'image/png' }).end(`picture ${request.url}`)
    })
    const html = ['first', 'second', 'third']
      .map((name) => `<p><img src="${site.origin}/${name}.png" alt="${name}"></p>`)
      .join('')
    const post = { id: '1', title: 'Hello', slug: 'hello', status: 'published', html, type: 'post' }
    const cwd = await makeProject({ 'ghost.json': JSON.stringify({ db: [{ data: { posts: [post] } }] }) })
    const env = { FETCH_ALLOW: '127.0.0.1' }
    const pictures = () => {
      const folder = join(cwd, 'content/posts/ghost/images')
      return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    }
    const first = await runCommand('import', ['ghost.json', '--images'], { cwd, env })
    expect(first.stderr).not.toMatch(/at .*\.ts:\d/)
    expect(pictures()).toEqual(['picture /first.png'])
    expect(readFileSync(join(cwd, 'import-ghost.md'), 'utf8')).toContain('could not be fetched (2)')
    const file = join(cwd, 'content/posts/ghost/hello.md')
    const edited = `${readFileSync(file, 'utf8')}\nAdded by hand.\n`
    writeFileSync(file, edited)

    isGone = false
    await runCommand('import', ['ghost.json', '--images'], { cwd, env })
    expect(pictures().sort()).toEqual(['picture /first.png', 'picture /second.png', 'picture /third.png'])
    expect(readFileSync(file, 'utf8')).toBe(edited)
    site.stop()
  },
  PATIENCE,
)

test(
  'embeds keeps what is stored, stores nothing half, and goes on in the next run',
  async () => {
    let isGone = true
    const site = await serve((request, response) => {
      const id = new URL(request.url ?? '/', 'http://x').searchParams.get('id')
      if (isGone && id !== '2') cut(response, 'application/json')
      else
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(tweet(id ?? '')))
    })
    const folder = copyProject('network-gone', {
      'site.yaml': 'title: Lock\nurl: https://lock.example\nauthor: Mira\n',
      'posts/a.md': `---\ntitle: A\n---\n${['1', '2', '3'].map((id) => `https://x.com/keeper/status/${id}`).join('\n\n')}\n`,
    })
    const embeds = join(folder, CONTENT_DIR, 'embeds')
    mkdirSync(embeds, { recursive: true })
    const stored = `${JSON.stringify(
      {
        ...{ version: 1, provider: 'tweet', id: '1', url: 'https://x.com/keeper/status/1' },
        ...{ fetched: '2024-01-01T00:00:00.000Z', outcome: 'gone', reason: 'Deleted.' },
      },
      null,
      2,
    )}\n`
    writeFileSync(join(embeds, 'tweet-1.json'), stored)
    const run = (...args: string[]) =>
      runCommand('embeds', args, {
        cwd: folder,
        env: { CONTENT_DIR, FETCH_ALLOW: '127.0.0.1', EMBED_ENDPOINTS: `tweet=${site.origin}` },
      })
    const { stderr } = await run('--refresh', '--timeout', '10')
    expect(stderr).not.toMatch(/at .*\.ts:\d/)
    expect(readdirSync(embeds).sort()).toEqual(['tweet-1.json', 'tweet-2.json'])
    expect(readFileSync(join(embeds, 'tweet-1.json'), 'utf8')).toBe(stored)

    isGone = false
    expect((await run('--refresh')).code).toBe(0)
    expect(readdirSync(embeds).sort()).toEqual(['tweet-1.json', 'tweet-2.json', 'tweet-3.json'])
    for (const name of readdirSync(embeds))
      expect(JSON.parse(readFileSync(join(embeds, name), 'utf8')).outcome).toBe('data')
    expect(readFileSync(join(folder, CONTENT_DIR, 'posts', 'a.md'), 'utf8')).toContain('status/3')
    site.stop()
  },
  PATIENCE,
)

/** The first bytes of an answer, and then nothing: the connection breaks. */
function cut(response: ServerResponse<IncomingMessage>, type: string): void {
  response.writeHead(200, { 'content-type': type, 'content-length': '5000' })
  response.write('{"half":')
  setTimeout(() => response.destroy(), 50)
}

/** As the syndication endpoint of X answers. */
function tweet(id: string): object {
  return {
    __typename: 'Tweet',
    id_str: id,
    text: `Tide ${id}`,
    created_at: '2024-01-01T00:00:00.000Z',
    user: { name: 'Keeper', screen_name: 'keeper', profile_image_url_https: '' },
    entities: {},
  }
}

async function serve(listener: RequestListener): Promise<{ origin: string; stop: () => void }> {
  const server = createServer(listener)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, stop }
}
