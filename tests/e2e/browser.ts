import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'

/**
 * Finds a Chromium that starts: the one named by the environment variable `CHROMIUM`, else the system's.
 * @returns Its path, or `undefined` if only Playwright's own can be used.
 * @throws If `CHROMIUM` names a program that does not start.
 */
export function findSystemBrowser(environment: Partial<NodeJS.ProcessEnv> = process.env): string | undefined {
  const named = environment.CHROMIUM
  if (named) {
    if (starts(named)) return named
    throw new Error(`CHROMIUM is "${named}", which does not start. Name a Chromium, or unset the variable.`)
  }
  return SYSTEM_PATHS.find(starts)
}

/**
 * Makes sure that the browser suite has a browser: finds one or installs one. On Debian as root that is the package
 * `chromium` with its libraries, elsewhere Playwright's own build.
 * @returns What was found, for the log.
 * @throws If none was found and none could be installed: the browser suite is never skipped.
 */
export function provideBrowser(): string {
  const present = findSystemBrowser() ?? ownBrowser()
  if (present) return present
  if (isDebian() && process.getuid?.() === 0) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  } else {
    run('npx', ['playwright', 'install', 'chromium'])
  }
  const installed = findSystemBrowser() ?? ownBrowser()
  if (installed) return installed
  throw new Error('Found no Chromium and could install none. Install one and name it in CHROMIUM.')
}

/** Debian names its package's program `chromium`. On Ubuntu the same name is a stub without its snap: hence `starts`. */
const SYSTEM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable']

function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0
}

function ownBrowser(): string | undefined {
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function run(command: string, args: string[]): void {
  console.log(`No Chromium here: ${command} ${args.join(' ')}`)
  execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
}
