import { build } from 'esbuild'
import { expect, test } from 'vitest'

/**
 * Whatever a page imports is compiled in every build, loaded again after each save in `dev`, and deployed in a function.
 * Texts, comments and snapshots are parsed and checked once, when content is read.
 */
test.each([
  'app/layout.tsx',
  'app/page.tsx',
  'app/posts/[slug]/page.tsx',
  'app/[page]/page.tsx',
  'app/tags/[term]/page.tsx',
  'app/api/search/route.ts',
  'app/rss.xml/route.ts',
])('%s loads neither a Markdown pipeline nor schemas', async (page) => {
  expect(await packagesOf(page)).not.toEqual(
    expect.arrayContaining([
      expect.stringMatching(
        /^(?:zod|yaml|unified|shiki|katex|contentlayer2|remark-.*|rehype-.*|micromark.*)$/,
      ),
    ]),
  )
})

/** The packages that a module and all modules of the project that it imports load. */
async function packagesOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    packages: 'external',
    alias: { '@': process.cwd() },
    loader: { '.css': 'empty' },
  })
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports)
  return [...new Set(imports.flatMap(({ external, path }) => (external ? [path] : [])))]
}
