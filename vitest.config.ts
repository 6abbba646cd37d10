import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  // The one alias of tsconfig.json. `contentlayer/generated` is imported for its types alone.
  resolve: { alias: { '@/': root } },
  test: {
    include: ['tests/{unit,cli,fidelity}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    // A CI that asks for colour, or names itself, changes neither what a message looks like nor what a command does.
    env: { NO_COLOR: '1', FORCE_COLOR: '0', CI: '', GITHUB_ACTIONS: '' },
  },
})
