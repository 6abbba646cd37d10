/**
 * Writes posts that are as long and as varied as real ones: the same for the same number, whatever the machine.
 * About 600 words each; one in five holds formulas, two in five hold code.
 * @returns File contents by path below a content folder.
 */
export function inventPosts(count: number): Record<string, string> {
  const files: Record<string, string> = {
    'site.yaml': 'title: A bench\ndescription: Invented posts.\nurl: https://bench.example\nauthor: Nobody\n',
  }
  for (let index = 0; index < count; index++) {
    const random = numbers(index + 1)
    const date = new Date(Date.UTC(2010, 0, 1) + index * 36 * 3_600_000).toISOString().slice(0, 10)
    files[`posts/${date}-post-${index}.md`] = [
      `---\ntitle: "Post ${index}: ${words(random, 4)}"\ntags: [tag-${index % 17}, tag-${index % 5}]\ntoc: true\n---`,
      ...Array.from({ length: 5 }, (_, section) => inventSection(random, index, section)),
      `[^1]: ${sentence(random)}\n`,
    ].join('\n\n')
  }
  return files
}

const VOCABULARY =
  'the a of to and in that it is was for on with as at by from not but all what when there into over after harbour tide \
boat gate keeper lamp water signal queue cache parser index branch release review latency replica schema worker thread'.split(
    ' ',
  )

function inventSection(random: () => number, index: number, section: number): string {
  const parts = [`## ${words(random, 3)}`, paragraph(random), paragraph(random)]
  if (section === 1) parts.push(Array.from({ length: 4 }, () => `- ${sentence(random)}`).join('\n'))
  if (section === 2) parts.push(`See [another one](/posts/post-${Math.max(0, index - 1)}) and a note.[^1]`)
  if (section === 3 && index % 5 < 2) parts.push(`\`\`\`ts\n${code(random)}\n\`\`\``)
  if (section === 4 && index % 5 === 0)
    parts.push(`Then $x_${index} = ${index % 9}y$ holds.\n\n$$\n\\int_0^1 x^${index % 7}\\,dx\n$$`)
  return parts.join('\n\n')
}

function paragraph(random: () => number): string {
  return Array.from({ length: 5 }, () => sentence(random)).join(' ')
}

function sentence(random: () => number): string {
  const text = words(random, 8 + Math.floor(random() * 12))
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function words(random: () => number, count: number): string {
  return Array.from({ length: count }, () => VOCABULARY[Math.floor(random() * VOCABULARY.length)]).join(' ')
}

function code(random: () => number): string {
  const line = () =>
    `  const ${words(random, 1)}${Math.floor(random() * 90)} = await read('${words(random, 2)}', { limit: 10 })`
  return ['export async function run() {', ...Array.from({ length: 10 }, line), '}'].join('\n')
}

/** Mulberry32: the same numbers in [0, 1) for the same seed. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}
