#!/usr/bin/env node
import { createBlog } from './lib/create-blog.js'
import { readOptions, USAGE } from './lib/options.js'

try {
  const options = readOptions(process.argv.slice(2))
  if (options.help) console.log(USAGE)
  else process.exitCode = await createBlog(options)
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
