/**
 * Builds and serves one site of the browser suite: `tsx tests/e2e/serve.ts seeds`.
 * Playwright starts it and reads the port from the line it prints when the site answers.
 */
import { spawn } from 'node:child_process'
import { buildSite, siteEnvironment } from './build-site'
import { freePort } from './free-port'
import { startMailServer } from './mail-server'
import { SITES, type SiteName } from './sites'

const name = process.argv[2] ?? ''
if (!isSiteName(name)) throw new Error(`There is no site "${name}": ${Object.keys(SITES).join(', ')}`)

const folder = buildSite(name)
const port = await freePort()
const mail = SITES[name].mail ? { SMTP_URL: await startMailServer() } : {}
const server = spawn('npm', ['start'], {
  cwd: folder,
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
  env: { ...process.env, ...siteEnvironment(name), ...mail, PORT: String(port), HOSTNAME: '127.0.0.1' },
})
server.on('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
await answers(`http://127.0.0.1:${port}/`)
console.log(`Serving ${name} on port ${port}`)

function isSiteName(value: string): value is SiteName {
  return value in SITES
}

/** Waits until the server answers. Playwright stops waiting if that takes too long. */
async function answers(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => undefined)
    if (response) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
