import { createRequire } from 'node:module'
import path from 'node:path'
import { responseHeaders } from './lib/delivery/headers.js'

/**
 * The folder whose `node_modules` holds Next. Named, since a lockfile further up would make Next take that folder; found,
 * since a site below the project (as the browser tests build them) shares its dependencies.
 */
const root = path.resolve(createRequire(import.meta.url).resolve('next/package.json'), '../../..')

/** @type {import('next').NextConfig} */
export default {
  turbopack: { root },
  outputFileTracingRoot: root,
  poweredByHeader: false,
  reactStrictMode: true,
  headers: async () => responseHeaders({ isPreview: process.env.VERCEL_ENV === 'preview' }),
}
