import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeProject, runCommand } from './run-command'

const SITE = 'title: A blog\nurl: https://blog.example\nauthor: Ada\n'

/** Spawning a command takes seconds on a busy machine. */
const PATIENCE = 120_000

describe('npm run check', () => {
  test(
    'shows each problem with its line and a caret, and advice on drafts, pictures and tags',
    async () => {
      const cwd = await makeProject({
        'content/site.yaml': SITE,
        'content/posts/a.md':
          '---\ntitle: A\ndate: 2024-05-01\ntags: [Java Script]\ndrat: true\n---\n\n## One\n\n#### Three\n\nTODO write this.\n\n![](x.png)\n\n<img src="x.png" alt="">\n\n`TODO` is code.\n',
        'content/posts/b.md': '---\ntitle: B\ndate: 2024-05-01\ntags: [JavaScript]\n---\n\nText.\n',
        'content/posts/c.md':
          '---\ntitle: C\ndate: 2024-05-01\ntags: [JavaScript]\ndraft: true\n---\n\nText.\n',
        'content/posts/x.png': new Uint8Array(2_500_000),
      })
      const { code, stdout, stderr } = await runCommand('check', [], { cwd })
      expect(code).toBe(1)
      expect(stderr).toContain('content/posts/a.md:5:1 error: `drat`')
      expect(stderr).toContain('\n  5 │ drat: true\n    │ ^\n')
      const rules = [...stderr.matchAll(/a\.md:(\d+):(\d+) warning: .*\[(writing\/[a-z-]+)\]/g)].map(
        (match) => match.slice(1).join(' '),
      )
      expect(rules).toEqual([
        '4 7 writing/tag-spelling',
        '10 1 writing/skipped-heading-level',
        '12 1 writing/unfinished',
        '14 1 writing/large-picture',
        '14 1 writing/no-alt-text',
      ])
      expect(stderr).toMatch(/c\.md:5:1 warning: This draft is dated 2024-05-01/)
      expect(stdout).toContain('Checked 4 documents.')

      // The second run renders nothing again and prints the same.
      const again = await runCommand('check', ['content/posts/b.md'], { cwd })
      expect(again).toMatchObject({ code: 0, stdout: 'Checked 1 document: no problems.\n', stderr: '' })

      const { stdout: json } = await runCommand('check', ['--json', '--strict', 'content/posts/c.md'], {
        cwd,
      })
      expect(JSON.parse(json)).toMatchObject({
        documents: 1,
        problems: [{ rule: 'writing/overdue-draft', file: 'content/posts/c.md', line: 5, column: 1 }],
      })
      const sarif = JSON.parse((await runCommand('check', ['--sarif'], { cwd })).stdout)
      expect(sarif.version).toBe('2.1.0')
      expect(sarif.runs[0].results).toHaveLength(7)
      expect(sarif.runs[0].results[0].locations[0].physicalLocation).toMatchObject({
        artifactLocation: { uri: 'content/posts/a.md' },
        region: { startLine: 4, startColumn: 7 },
      })
    },
    PATIENCE,
  )

  test(
    '--fix corrects mistakes with one right answer, and keeps comments and order',
    async () => {
      const post = [
        '---',
        '# my own comment',
        'tags:   [ "java script", tides ] # two of them',
        'title: Donâ€™t panic',
        'date: sometime',
        '---',
        '',
        'Itâ€™s here, but `â€™` is code. <img src="a.png" role="presentation">',
        '',
      ].join('\r\n')
      const cwd = await makeProject({
        'content/site.yaml': SITE,
        'content/posts/2024-03-02-a.md': post,
        'content/posts/b.md': '---\ntitle: B\ndate: 2024-05-01\ntags: [JavaScript]\n---\n\nText.\n',
        'content/posts/c.md':
          '---\ntitle: C\ndate: 2024-05-01\ntags: [JavaScript]\n---\n\n[b](/2024/05/01/b/)\n',
        'content/posts/a.png': 'x',
      })
      const { code, stdout } = await runCommand('check', ['--fix'], { cwd })
      expect(await readFile(join(cwd, 'content/posts/2024-03-02-a.md'), 'utf8')).toBe(
        post
          .replace('"java script"', '"JavaScript"')
          .replace('Donâ€™t', 'Don’t')
          .replace('sometime', '2024-03-02')
          .replace('Itâ€™s', 'It’s')
          .replace('<img src', '<img alt="" src'),
      )
      expect(await readFile(join(cwd, 'content/posts/b.md'), 'utf8')).toContain(
        'tags: [JavaScript]\naliases:\n  - /2024/05/01/b\n---\n',
      )
      expect(stdout).toContain('content/posts/b.md: Added the old URL /2024/05/01/b')
      expect({ code, last: stdout.trim().split('\n').at(-1) }).toEqual({
        code: 0,
        last: 'Checked 4 documents: no problems.',
      })
    },
    PATIENCE,
  )

  test(
    '--external reports dead links, with their copies in the Web Archive, and checks each once a day',
    async () => {
      const requests: string[] = []
      const server = createServer((request, response) => {
        requests.push(`${request.method} ${request.url}`)
        const path = new URL(request.url ?? '/', 'http://x')
        if (path.pathname === '/wayback/available') {
          const copy = { available: true, url: 'http://web.archive.example/web/2020/http://x/' }
          response.end(JSON.stringify({ archived_snapshots: { closest: copy } }))
        } else
          response.writeHead(path.pathname === '/gone' ? 404 : path.pathname === '/busy' ? 503 : 200).end()
      })
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
      const address = server.address()
      const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
      const cwd = await makeProject({
        'content/site.yaml': SITE,
        'content/posts/a.md': `---\ntitle: A\ndate: 2024-05-01\n---\n\n[1](${origin}/here#a) [2](${origin}/gone)\n[3](${origin}/busy)\n`,
      })
      const env = { ARCHIVE_ENDPOINT: origin, FETCH_ALLOW: '127.0.0.1' }
      const { code, stderr } = await runCommand('check', ['--external'], { cwd, env })
      expect(stderr).toContain(
        `a.md:6:${origin.length + 14} warning: ${origin}/gone is gone: 127.0.0.1 answered 404.`,
      )
      expect(stderr).toContain('The Web Archive has a copy: https://web.archive.example/web/2020/http://x/')
      expect(stderr).not.toContain('/busy is')
      expect(code).toBe(0)
      const before = requests.length
      await runCommand('check', ['--external'], { cwd, env })
      expect(requests.slice(before).filter((request) => !request.includes('/busy'))).toEqual([])
      server.closeAllConnections()
      server.close()
    },
    PATIENCE,
  )

  test(
    '--help shows examples, and a failure prints one line',
    async () => {
      const cwd = await makeProject()
      const help = await runCommand('check', ['--help'], { cwd })
      expect(help).toMatchObject({ code: 0, stderr: '' })
      expect(help.stdout).toContain('Examples:')
      expect(await runCommand('check', ['content/posts/none.md'], { cwd })).toMatchObject({
        code: 1,
        stdout: '',
        stderr: 'error: There is no file or folder “content/posts/none.md”.\n',
      })
    },
    PATIENCE,
  )
})
