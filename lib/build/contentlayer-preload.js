// @ts-check
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import pLimit from 'p-limit'

// Loaded in Contentlayer's process before its own code (`contentlayer.ts`).

// Contentlayer writes all documents at once and fails with EMFILE if the limit of open files is below the number of
// documents. It is often 1,024, on macOS 256.

const limit = pLimit(64)
const { readFile, writeFile } = fs.promises

/** @type {typeof readFile} */
const readWithinLimit = (...args) => limit(() => readFile(...args))

/** @type {typeof writeFile} */
const writeWithinLimit = (...args) => limit(() => writeFile(...args))

Object.assign(fs.promises, { readFile: readWithinLimit, writeFile: writeWithinLimit })
syncBuiltinESMExports()

// Contentlayer's runtime records where each of its effects was started, and copies that record for every file: ten
// thousand documents took more than ten minutes with it and take one minute without. The runtime decides this once, when
// it is loaded, and Contentlayer's program turns it on before it loads the runtime.
await import('contentlayer2/core')
