import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeProject } from './run-command'

const PATIENCE = 180_000
let program: string

// The package as `npm publish` would create it, unpacked as npm would do it.
beforeAll(async () => {
  const folder = resolve('.quire', 'create-test')
  mkdirSync(folder, { recursive: true })
  const packed = run(
    'npm',
    ['pack', resolve('create'), '--pack-destination', folder, '--ignore-scripts=false', '--silent'],
    process.cwd(),
  )
  const archive = packed.stdout.trim().split('\n').at(-1) ?? ''
  expect(archive, packed.stderr).toMatch(/\.tgz$/)
  expect(run('tar', ['xzf', archive], folder).status).toBe(0)
  program = join(folder, 'package', 'index.js')
}, PATIENCE)

describe('npm create quire', () => {
  test(
    'makes a blog without sample posts and tests, whose commands run',
    async () => {
      const cwd = await makeProject()
      mkdirSync(join(cwd, 'my-blog'))
      symlinkSync(resolve('node_modules'), join(cwd, 'my-blog', 'node_modules'), 'junction')
      const { status, stdout, stderr } = create(['my-blog', '--yes', '--no-install', '--no-start'], cwd)
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toContain('Now: cd my-blog')
      const blog = join(cwd, 'my-blog')
      expect(readdirSync(join(blog, 'content', 'posts'))).toEqual(['hello.md'])
      expect(readFileSync(join(blog, 'content', 'site.yaml'), 'utf8')).toContain('title: "My blog"')
      for (const file of [
        '.gitignore',
        'package-lock.json',
        'next.config.js',
        'lib/cli/dev.ts',
        'app/layout.tsx',
      ])
        expect(existsSync(join(blog, file)), file).toBe(true)
      for (const file of ['tests', 'create', 'docs', 'vitest.config.ts'])
        expect(existsSync(join(blog, file)), file).toBe(false)
      const manifest = JSON.parse(readFileSync(join(blog, 'package.json'), 'utf8'))
      expect(manifest.name).toBe('my-blog')
      expect(manifest.scripts.test).toBeUndefined()
      expect(Object.keys(manifest.devDependencies)).not.toContain('vitest')
      const check = run('npm', ['run', '--silent', 'check'], blog)
      expect(check.stdout, check.stderr).toContain('Checked 2 documents')
    },
    PATIENCE,
  )

  test(
    'imports an old blog and names the post that needs the most attention',
    async () => {
      const cwd = await makeProject({
        'old/_config.yml': 'permalink: /:title/\n',
        'old/_posts/2014-05-06-tides.md': '---\ntitle: Tides\n---\n\n{% nosuchtag %}\n',
        'old/_posts/2014-05-07-gates.md': '---\ntitle: Gates\n---\n\nText.\n',
      })
      mkdirSync(join(cwd, 'blog'))
      symlinkSync(resolve('node_modules'), join(cwd, 'blog', 'node_modules'), 'junction')
      const { status, stdout } = create(['blog', '--from', 'old', '--yes', '--no-install', '--no-start'], cwd)
      expect(status).toBe(0)
      expect(stdout).toContain('2 of 2 posts, 1 need attention')
      expect(stdout).toContain('needs most attention: content/posts/old/_posts/2014-05-06-tides.md:5')
      expect(readdirSync(join(cwd, 'blog', 'content', 'posts'))).toEqual(['old'])
    },
    PATIENCE,
  )

  test(
    '--help shows examples, nothing is overwritten, and a failure prints one line',
    async () => {
      const cwd = await makeProject({ 'full/mine.txt': 'mine' })
      expect(create(['--help'], cwd)).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('Examples:'),
      })
      for (const args of [['full', '--yes'], [], ['new', '--from', 'none'], ['new', '--nosuch']]) {
        const { status, stderr } = create(args, cwd)
        expect(status).toBe(1)
        expect(stderr).toMatch(/^error: [^\n]+\n$/)
      }
      expect(readdirSync(cwd)).toEqual(['full'])
      expect(statSync(join(cwd, 'full', 'mine.txt')).size).toBe(4)
    },
    PATIENCE,
  )
})

function create(args: string[], cwd: string) {
  return run(process.execPath, [program, ...args], cwd)
}

function run(command: string, args: string[], cwd: string) {
  return spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, CONTENT_DIR: '', NO_COLOR: '1', NPM_CONFIG_LOGLEVEL: 'error' },
  })
}
