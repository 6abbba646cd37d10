import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { ContentIndex } from '../model/content-index'
import type { Problem } from '../model/problem'
import { pageUrl, postUrl } from '../urls/post-url'
import { workspace } from '../workspace'

/** What the script in the page receives: a problem, whether it belongs to this page, and a link for editors. */
export interface OverlayProblem extends Problem {
  isHere: boolean
  /** Opens VS Code if no other editor is set. */
  link: string
}

/**
 * Shows the author's mistakes over the page in `dev`: a server on the loopback interface that serves a script to pages and sends it
 * the problems whenever they change. It only answers pages of this site that have the token.
 * @param options.open opens a file in the author's editor; undefined if none with its own window is set
 * @returns the URL of the script, and a function that sends it new problems
 */
export async function startOverlay(projectDir: string, options: OverlayOptions): Promise<Overlay> {
  const token = randomBytes(16).toString('hex')
  const script = await bundleClient()
  const listeners = new Map<ServerResponse, string>()
  let problems: readonly Problem[] = options.problems

  async function send(response: ServerResponse, path: string): Promise<void> {
    const here = await fileOf(projectDir, path)
    const shown = problems
      .filter(({ severity, file }) => severity === 'error' || file === here)
      .map((problem): OverlayProblem => {
        const { file, line, column } = problem
        const link = `vscode://file/${resolve(projectDir, file).replace(/^\//, '')}:${line}:${column}`
        return { ...problem, isHere: file === here, link }
      })
    response.write(`data: ${JSON.stringify({ problems: shown, opens: options.open !== undefined })}\n\n`)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const origin = request.headers.origin
    // Another site in the same browser can reach this port; it cannot know the token.
    if (url.searchParams.get('token') !== token || (origin && !isLocal(origin))) {
      response.writeHead(403).end()
      return
    }
    if (origin) response.setHeader('access-control-allow-origin', origin)
    if (url.pathname === '/overlay.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script)
    } else if (url.pathname === '/problems') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      const path = url.searchParams.get('path') ?? '/'
      listeners.set(response, path)
      response.on('close', () => listeners.delete(response))
      await send(response, path)
    } else if (url.pathname === '/open' && request.method === 'POST') {
      const [file, line, column] = ['file', 'line', 'column'].map((name) => url.searchParams.get(name) ?? '')
      // Only files that a problem names.
      const known = problems.find((problem) => problem.file === file)
      if (known && options.open)
        await options.open(resolve(projectDir, known.file), Number(line), Number(column))
      response.writeHead(known ? 204 : 404).end()
    } else response.writeHead(404).end()
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end())
  })
  await new Promise<void>((done, failed) => server.on('error', failed).listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  server.unref()
  return {
    script: `http://127.0.0.1:${port}/overlay.js?token=${token}`,
    update: (found) => {
      problems = found
      for (const [response, path] of listeners) send(response, path).catch(() => listeners.delete(response))
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function isLocal(origin: string): boolean {
  return /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(origin)
}

/** The author's file behind a path of the site, from the current index. */
async function fileOf(projectDir: string, path: string): Promise<string | undefined> {
  const text = await readFile(workspace(projectDir).index, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const { posts, pages, site }: Pick<ContentIndex, 'posts' | 'pages' | 'site'> = JSON.parse(text)
  if (path === '/') return site.file
  return (
    posts.find(({ slug }) => postUrl(slug) === path)?.file ??
    pages.find(({ slug }) => pageUrl(slug) === path)?.file
  )
}

async function bundleClient(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./overlay-client.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  })
  return outputFiles.map(({ text }) => text).join('')
}

export interface OverlayOptions {
  problems: readonly Problem[]
  open: ((file: string, line: number, column: number) => Promise<void>) | undefined
}

export interface Overlay {
  /** For a script element of every page. */
  script: string
  update: (problems: readonly Problem[]) => void
  close: () => void
}
