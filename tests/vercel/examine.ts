import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Reads what Vercel would deploy.
 * @param output `.vercel/output`, in the shape of https://vercel.com/docs/build-output-api
 * @returns figures for the table, and every broken promise
 */
export function examine(output: string, { target }: Kind): { figures: Figures; problems: string[] } {
  const problems: string[] = []
  const expect = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem)
  }
  const isPreview = target === 'preview'
  const files = filesBelow(output)
  const served = files.filter((file) => /prerender-fallback|^static\//.test(file))
  const pages = served.filter((file) => file.endsWith('.html'))
  const read = (file: string) => readFileSync(path.join(output, file), 'utf8')

  expect(pages.length > 10, `holds ${pages.length} pages`)
  for (const page of pages) {
    const html = read(page)
    expect(!/\/_next\/static\/[^"]*\.js|self\.__next_f/.test(html), `${page} carries the framework`)
    expect(html.includes('http-equiv="Content-Security-Policy"'), `${page} has no security policy`)
    if (isPost(page)) {
      expect(
        /<meta name="robots" content="noindex/.test(html) === isPreview,
        `${page}: noindex is not as it must be`,
      )
      expect(html.includes('a-branch') === isPreview, `${page}: the preview bar is not as it must be`)
      expect(
        /<link rel="canonical" href="https:\/\/quire\.example\//.test(html),
        `${page} names no canonical address`,
      )
    }
  }
  for (const words of [
    'words-of-a-draft',
    'words-of-the-future',
    'not-yet-written',
    'not-yet-due',
    'Not yet',
  ]) {
    const leaks = served.filter((file) => file.includes(words) || read(file).includes(words))
    expect(leaks.length > 0 === isPreview, `"${words}" is in ${leaks.join(', ') || 'no file'}`)
  }
  const robots = read(served.find((file) => /robots\.txt(?:\.prerender-fallback\.body)?$/.test(file)) ?? '')
  expect(/^Disallow: \/$/m.test(robots) === isPreview, 'robots.txt is not as it must be')

  const { routes = [], crons = [] }: Config = JSON.parse(read('config.json'))
  const headers = Object.assign({}, ...routes.map((route) => route.headers ?? {}))
  expect(
    (headers['X-Robots-Tag'] === 'noindex') === isPreview,
    'the header that keeps search engines out is not as it must be',
  )
  for (const name of [
    'Content-Security-Policy',
    'Strict-Transport-Security',
    'X-Content-Type-Options',
    'Referrer-Policy',
  ])
    expect(name in headers, `no header ${name}`)
  expect(
    routes.some(
      ({ src, headers }) => src?.includes('_quire') && /immutable/.test(headers?.['Cache-Control'] ?? ''),
    ),
    'hashed files are not cached forever',
  )
  expect(crons.length === 1, 'the daily build is not there')

  const old = files.find((file) => file.endsWith('once/was/here.prerender-config.json'))
  const redirect: PrerenderConfig = old ? JSON.parse(read(old)) : {}
  expect(redirect.initialStatus === 308, 'the old address /once/was/here does not forward for good')
  expect(
    Object.entries(redirect.initialHeaders ?? {}).some(
      ([name, value]) => /^location$/i.test(name) && value === '/posts/moved',
    ),
    'the old address /once/was/here does not lead straight to its post',
  )

  const functions = functionSizes(output)
  const largest = Math.max(0, ...functions)
  expect(largest < FUNCTION_LIMIT, `a function has ${largest} bytes`)
  return {
    figures: {
      pages: pages.length,
      files: files.length,
      megabytes: megabytes(files.reduce((sum, file) => sum + statSync(path.join(output, file)).size, 0)),
      functions: functions.length,
      largestFunction: `${megabytes(largest)} MB`,
    },
    problems,
  }
}

/** Unpacked. @see https://vercel.com/docs/functions/limitations */
const FUNCTION_LIMIT = 250 * 1024 * 1024

function isPost(file: string): boolean {
  return /functions\/posts\/[^/]+\.html$/.test(file)
}

/** A linked function counts once: prerendered pages share one function. Files outside it come by `filePathMap`. */
function functionSizes(output: string): number[] {
  return readdirSync(path.join(output, 'functions'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.func') && entry.isDirectory())
    .map((entry) => {
      const folder = path.join(entry.parentPath, entry.name)
      const configFile = path.join(folder, '.vc-config.json')
      const config: FunctionConfig = existsSync(configFile)
        ? JSON.parse(readFileSync(configFile, 'utf8'))
        : {}
      const project = path.join(output, '..', '..')
      const inside = filesBelow(folder).map((file) => path.join(folder, file))
      const outside = Object.values(config.filePathMap ?? {}).map((file) => path.resolve(project, file))
      return [...inside, ...outside].filter(existsSync).reduce((sum, file) => sum + statSync(file).size, 0)
    })
}

/** Relative, with forward slashes. Symbolic links to folders are not followed. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e5) / 10
}

export interface Kind {
  target: 'preview' | 'production'
  builder: 'classic' | 'adapter'
}

interface Figures {
  pages: number
  files: number
  megabytes: number
  functions: number
  largestFunction: string
}

interface Config {
  routes?: { src?: string; status?: number; headers?: Record<string, string> }[]
  crons?: unknown[]
}

interface PrerenderConfig {
  initialStatus?: number
  initialHeaders?: Record<string, string>
}

interface FunctionConfig {
  filePathMap?: Record<string, string>
}
