import { defineConfig } from '@playwright/test'
import { findSystemBrowser } from './tests/e2e/browser'
import { availableSites, portVariable } from './tests/e2e/sites'

/** Building a site takes a minute or two on two cores; a slow machine is no reason to fail. */
const BUILD_TIMEOUT = 10 * 60_000

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.E2E_REPORT
    ? [['list'], ['json', { outputFile: process.env.E2E_REPORT }]]
    : [['list']],
  use: {
    browserName: 'chromium',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findSystemBrowser(),
      args: [
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
  // One after the other: each is built, then served on a free port until the suite ends.
  webServer: availableSites().map((site) => ({
    name: site,
    command: `npx tsx tests/e2e/serve.ts ${site}`,
    wait: { stdout: new RegExp(`Serving ${site} on port (?<${portVariable(site)}>\\d+)`) },
    timeout: BUILD_TIMEOUT,
    stdout: 'pipe',
    stderr: 'pipe',
  })),
})
