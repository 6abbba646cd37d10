/**
 * Runs `npm run embeds` for a site of the suite, with a local server that ends before the site is built: `tsx
 * tests/e2e/take-snapshots.ts <folder> <id>…`.
 */
import { spawn } from 'node:child_process'
import { startOtherSites } from './other-sites'

const [folder, ...ids] = process.argv.slice(2)
if (!folder || ids.length === 0) throw new Error('Name the site’s folder and what to take.')

const { origin, options, stop } = await startOtherSites()
const command = spawn('npm', ['run', 'embeds', '--', ...ids], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    EMBED_ENDPOINTS: Object.keys(options.endpoints)
      .map((site) => `${site}=${origin}`)
      .join(','),
  },
})
process.exitCode = await new Promise<number>((resolve) => command.on('exit', (code) => resolve(code ?? 1)))
await stop()
