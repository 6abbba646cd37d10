import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

/**
 * Finds the client modules that the site uses itself: `'use client'` files, `next/link`, `<Image>`, packages.
 * Next's router components and the `error`/`global-error` boundaries are in every page and need not run on a page
 * that is only read.
 *
 * @param distDir absolute path of `.next`
 * @throws if the build left no client reference manifest
 */
export async function readClientModules(distDir: string): Promise<ClientModules> {
  const required = requiredFiles.parse(
    JSON.parse(await readFile(path.join(distDir, 'required-server-files.json'), 'utf8')),
  )
  const server = path.join(distDir, 'server')
  const files = (await readdir(server, { recursive: true })).filter((file) => file.endsWith(MANIFEST))
  if (files.length === 0)
    throw new Error(`${server} has no ${MANIFEST}: is this a build of Next's App Router?`)
  const names = new Map<string, Set<string>>()
  for (const file of files) {
    for (const [module, { id }] of Object.entries(
      parseManifest(await readFile(path.join(server, file), 'utf8')),
    )) {
      const key = String(id)
      names.set(key, (names.get(key) ?? new Set()).add(module))
    }
  }
  const modulesOf = (id: string): string[] => {
    const modules = names.get(id)
    if (!modules) throw new Error(`its flight data contains client module ${id}, which is in no ${MANIFEST}`)
    return [...modules].map((module) => inProject(module, required))
  }
  return {
    isNeedless: (id) => modulesOf(id).every((module) => isNextsOwn(module) || isBoundary(module)),
    nameOf: (id) => modulesOf(id).join(' or '),
  }
}

/** `globalThis.__RSC_MANIFEST["/page"] = {…};`: the object is JSON. */
function parseManifest(source: string): z.infer<typeof clientReferenceManifest>['clientModules'] {
  const json = /__RSC_MANIFEST\[".*?"\]\s*=\s*(\{.*\});?\s*$/s.exec(source)?.[1]
  if (json === undefined) throw new Error(`a ${MANIFEST} has an unknown format: ${source.slice(0, 160)}`)
  return clientReferenceManifest.parse(JSON.parse(json)).clientModules
}

/** Components of the router. `next/link`, `next/image`, `next/script` are elsewhere in `next/dist/client`. */
function isNextsOwn(module: string): boolean {
  return /^node_modules\/next\/dist\/(?:esm\/)?(?:client\/components|lib)\//.test(module)
}

function isBoundary(module: string): boolean {
  return /^(?:src\/)?app\/(?:.*\/)?(?:global-)?error\.[jt]sx?$/.test(module)
}

/** Relative to the project's root, or to `node_modules`; the bundler's paths are relative to the parent of `node_modules`. */
function inProject(module: string, { relativeAppDir }: z.infer<typeof requiredFiles>): string {
  const folder = relativeAppDir === '' ? '' : `${relativeAppDir.split(path.sep).join('/')}/`
  const inRoot = module.replace(/^.*\/(?=node_modules\/)/, '').replace(/^\[project\]\//, '')
  return inRoot.startsWith(folder) ? inRoot.slice(folder.length) : inRoot
}

const MANIFEST = '_client-reference-manifest.js'

/** `relativeAppDir` is the project's folder below the traced root, despite its name. */
const requiredFiles = z.object({ relativeAppDir: z.string() })

const clientReferenceManifest = z.object({
  clientModules: z.record(z.string(), z.object({ id: z.union([z.number(), z.string()]) })),
})

export interface ClientModules {
  /** Whether a module is part of Next or an error boundary. Throws if the build does not list the id. */
  isNeedless: (id: string) => boolean
  /** A module's path, relative to the project's root or to `node_modules`. Throws if the build does not list the id. */
  nameOf: (id: string) => string
}
