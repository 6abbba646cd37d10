import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// The rules of ARCHITECTURE.md that an import can break.
const rules: { rooms: string[]; mayNotImport: RegExp; except?: RegExp; because: string }[] = [
  {
    rooms: ['lib/source', 'lib/markdown'],
    mayNotImport: /^(?:react|next|contentlayer)|contentlayer\/generated/,
    because: 'know unified and plain data: no React, no Next, no generated documents',
  },
  {
    rooms: ['lib/source', 'lib/markdown', 'lib/references', 'lib/snapshots'],
    mayNotImport: /^@\//,
    because: "are read by Contentlayer's bundler, which knows no aliases",
  },
  {
    rooms: ['lib'],
    mayNotImport: /^(?:@\/|(?:\.\.\/)+)(?:app|components)\//,
    because: 'never imports app or components',
  },
  {
    rooms: ['components', 'app'],
    mayNotImport: /^(?:@\/|(?:\.\.\/)+)app\//,
    because: 'is imported by nothing',
  },
  {
    rooms: ['components'],
    mayNotImport: /\/lib\/(?:posts|tags|site|content-index|feed)$/,
    because: 'take a Post or plain props and never query',
  },
  {
    rooms: ['lib', 'app', 'components'],
    mayNotImport: /contentlayer\/generated/,
    except: /^lib\/posts\.ts$/,
    because: 'lib/posts.ts is the only importer of generated documents',
  },
]

for (const { rooms, mayNotImport, except, because } of rules) {
  test(`${rooms.join(', ')}: ${because}`, () => {
    const files = rooms.flatMap(sourceFiles).filter((file) => !except?.test(file))
    expect(files.length).toBeGreaterThan(0)
    const broken = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => mayNotImport.test(specifier))
        .map((specifier) => `${file} imports ${specifier}`),
    )
    expect(broken).toEqual([])
  })
}

function sourceFiles(room: string): string[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(room, path).replaceAll('\\', '/'))
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm)].map(
    ([, name]) => name ?? '',
  )
}
