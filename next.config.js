import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { responseHeaders } from './lib/delivery/headers.js'

/** Named, since a lockfile in a folder above would make Next take that one for the root. */
const root = path.dirname(fileURLToPath(import.meta.url))

/** @type {import('next').NextConfig} */
export default {
  turbopack: { root },
  outputFileTracingRoot: root,
  poweredByHeader: false,
  headers: async () => responseHeaders({ isPreview: process.env.VERCEL_ENV === 'preview' }),
}
