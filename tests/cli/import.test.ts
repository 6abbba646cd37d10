import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { wordpressExport } from '../unit/import/wordpress-export'
import { makeProject, runCommand } from './run-command'

const SITE = 'title: A blog\nurl: https://blog.example\nauthor: Ada\n'
const PATIENCE = 300_000

describe('npm run import', () => {
  test(
    'copies a Jekyll blog and all it needs unchanged, changes nothing the second time, and overwrites nothing',
    async () => {
      const post =
        '---\r\ntitle:   Tides\r\nlayout: post\r\n---\r\n\r\n![]({{ site.baseurl }}/img/moon%20one.png) {% include note.html %}\r\n'
      const cwd = await makeProject({
        'content/site.yaml': SITE,
        'old/_config.yml': 'permalink: /:year/:title/\nbaseurl: ""\n',
        'old/_posts/2014-05-06-tides.md': post,
        'old/_posts/2014-05-07-gates.md': '---\ntitle: Gates\n---\n\n[tides](/2014/tides/)\n',
        'old/_drafts/later.md': '---\ntitle: Later\n---\n\nSoon.\n',
        'old/_includes/note.html': '<b>note</b>',
        'old/img/moon one.png': 'x',
        'old/img/unused.png': 'x',
        'old/_layouts/post.html': '<html>',
        'old/node_modules/a.md': '---\ntitle: A\n---\n',
        'old/about.md': '---\ntitle: About\npermalink: /about/\n---\n\nMe.\n',
        'old/README.md': 'Build it.',
      })
      const trial = await runCommand('import', ['old', '--dry-run'], { cwd })
      expect(trial).toMatchObject({ code: 0, stderr: '' })
      expect(trial.stdout).toMatch(/\n3 of 3 posts, 0 need attention, 2 old URLs redirect\.\n$/)
      expect(readdirSync(join(cwd, 'content'))).toEqual(['site.yaml'])

      const first = await runCommand('import', ['old'], { cwd })
      expect(first.stdout).toBe(
        'The complete report is in import-old.md.\n3 of 3 posts, 0 need attention, 2 old URLs redirect.\n',
      )
      const folder = join(cwd, 'content/posts/old')
      expect(listFiles(folder)).toEqual([
        '_config.yml',
        '_drafts/later.md',
        '_includes/note.html',
        '_posts/2014-05-06-tides.md',
        '_posts/2014-05-07-gates.md',
        'img/moon one.png',
      ])
      expect(readFileSync(join(folder, '_posts/2014-05-06-tides.md'), 'utf8')).toBe(post)
      expect(readFileSync(join(cwd, 'content/pages/about.md'), 'utf8')).toContain('Me.')

      writeFileSync(join(folder, '_posts/2014-05-07-gates.md'), '---\ntitle: Mine\n---\n\nChanged.\n')
      const before = statSync(join(folder, '_posts/2014-05-06-tides.md')).mtimeMs
      const again = await runCommand('import', ['old'], { cwd })
      expect(again.stdout).toContain(
        'content/posts/old/_posts/2014-05-07-gates.md: not written, because a different file is there.',
      )
      expect(readFileSync(join(folder, '_posts/2014-05-07-gates.md'), 'utf8')).toContain('Mine')
      expect(statSync(join(folder, '_posts/2014-05-06-tides.md')).mtimeMs).toBe(before)
      expect(readFileSync(join(cwd, 'import-old.md'), 'utf8')).toContain(
        'because you changed these files or have others of the same name (1)\n\n- `content/posts/old/_posts/2014-05-07-gates.md`',
      )
    },
    PATIENCE,
  )

  test(
    'gives the same result when it was killed and run again',
    async () => {
      const xml = wordpressExport(800)
      const [whole, killed] = [await makeProject({ 'e.xml': xml }), await makeProject({ 'e.xml': xml })]
      const once = await runCommand('import', ['e.xml'], { cwd: whole })
      expect(once.stdout).toContain('800 of 800 posts')
      await runCommand('import', ['e.xml'], {
        cwd: killed,
        onStart: (child) => {
          const timer = setInterval(() => {
            if (listFiles(join(killed, 'content')).length < 50) return
            clearInterval(timer)
            child.kill('SIGKILL')
          }, 5)
          child.on('exit', () => clearInterval(timer))
        },
      })
      const half = listFiles(join(killed, 'content')).length
      expect(half).toBeGreaterThan(49)
      expect(half).toBeLessThan(800)
      const again = await runCommand('import', ['e.xml'], { cwd: killed })
      expect(again.stdout.split('\n').at(-2)).toBe(once.stdout.split('\n').at(-2))
      const contents = (folder: string) =>
        listFiles(join(folder, 'content'))
          .filter((file) => file.endsWith('.md'))
          .map((file) => [file, readFileSync(join(folder, 'content', file), 'utf8')])
      expect(contents(killed)).toEqual(contents(whole))
    },
    PATIENCE,
  )

  test(
    'fetches the pictures of an export with --images, each once',
    async () => {
      const requests: string[] = []
      const site = await serve((request, response) => {
        requests.push(request.url ?? '')
        if (request.url?.startsWith('/lost')) response.writeHead(404).end()
        else response.writeHead(200, { 'content-type': 'image/png' }).end('picture')
      })
      const html = `<p><img src="${site.origin}/a%20b.png" alt="A"><img src="${site.origin}/lost.png" alt="B"></p>`
      const cwd = await makeProject({
        'ghost.json': JSON.stringify({ db: [{ data: { posts: [ghostPost({ html })] } }] }),
      })
      const env = { FETCH_ALLOW: '127.0.0.1' }
      const { stdout } = await runCommand('import', ['ghost.json', '--images'], { cwd, env })
      expect(stdout).toContain('1 of 1 posts')
      const text = readFileSync(join(cwd, 'content/posts/ghost/hello.md'), 'utf8')
      const [, path = ''] = /!\[A\]\((\/images\/a-?b-[0-9a-f]{8}\.png)\)/.exec(text) ?? []
      expect(readFileSync(join(cwd, 'content/posts/ghost', path), 'utf8')).toBe('picture')
      expect(readFileSync(join(cwd, 'import-ghost.md'), 'utf8')).toContain('could not be fetched (1)')
      await runCommand('import', ['ghost.json', '--images'], { cwd, env })
      expect(requests.filter((url) => url.startsWith('/a')).length).toBe(1)
      site.stop()
    },
    PATIENCE,
  )

  test(
    'rejects a zip with paths outside its folder, and writes nothing',
    async () => {
      const zip = await zipOf({ 'a.md': '---\ntitle: A\n---\n', 'b/xx.md': 'out' })
      // yazl rejects such a name: it is patched in afterwards, with the same length.
      const escaping = Buffer.from(zip.toString('latin1').replaceAll('b/xx.md', '../x.md'), 'latin1')
      const cwd = await makeProject({ 'e.zip': escaping })
      const { code, stdout, stderr } = await runCommand('import', ['e.zip'], { cwd })
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(/^error: The zip is refused: .*\.\.\/x\.md.*\n$/)
      expect(readdirSync(cwd)).toEqual(['e.zip'])
    },
    PATIENCE,
  )

  test(
    '--help shows examples, and a failure prints one line',
    async () => {
      const cwd = await makeProject({ 'a.txt': 'words' })
      const help = await runCommand('import', ['--help'], { cwd })
      expect(help.code).toBe(0)
      expect(help.stdout).toContain('Examples:')
      for (const source of ['none', 'a.txt']) {
        const { code, stdout, stderr } = await runCommand('import', [source], { cwd })
        expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
        expect(stderr).toMatch(/^error: [^\n]+\n$/)
      }
    },
    PATIENCE,
  )
})

function ghostPost(more: object): object {
  return {
    id: 1,
    title: 'Hello',
    slug: 'hello',
    status: 'published',
    published_at: '2020-01-02T03:04:05.000Z',
    ...more,
  }
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort()
  } catch {
    return []
  }
}

async function serve(listener: RequestListener): Promise<{ origin: string; stop: () => void }> {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function zipOf(files: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), path)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
