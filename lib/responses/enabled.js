// @ts-check
import { readFileSync } from 'node:fs'

/**
 * The parts that `responses:` in site.yaml enables, from the last `npm run generate`. Plain JavaScript:
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
