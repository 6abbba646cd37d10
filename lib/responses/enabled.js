// @ts-check
import { readFileSync } from 'node:fs'

/**
 * What `responses:` of site.yaml switches on, as the last `npm run generate` read it. Plain JavaScript:
 * `next.config.js` imports it.
 * @returns {import('../model/document').ResponsesSettings | undefined} undefined if every part is off
 */
export function enabledResponses() {
  try {
    return JSON.parse(readFileSync('.quire/index.json', 'utf8')).site.responses
  } catch {
    return undefined
  }
}
