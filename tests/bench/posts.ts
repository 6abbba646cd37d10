import { numbers } from './random'
import { LANGUAGES, VOCABULARY } from './vocabulary'

/**
 * Generates posts of realistic size, the same for the same number on every machine. The shares were counted over 20,427
 * posts of 92 public blogs: code in half of them, remote pictures in a fifth, footnotes in 4 %, formulas in 4 %, raw
 * HTML in 5 %, prose with dollar amounts in 2 %, a table in 5 %, setext headings in 2 %. Lengths are spread as real
 * ones are: half are below 600 words, one in a hundred is above 5,000.
 * @returns File contents by path below a content folder.
 */
export function inventPosts(count: number): Record<string, string> {
  const files: Record<string, string> = {
    'site.yaml': 'title: A bench\ndescription: Invented posts.\nurl: https://bench.example\nauthor: Nobody\n',
  }
  for (let index = 0; index < count; index++) {
    // Ten thousand posts take thirty years at a constant pace.
    const date = new Date(Date.UTC(1995, 0, 1) + index * 26 * 3_600_000).toISOString().slice(0, 10)
    files[`posts/${date}-post-${index}.md`] = inventPost(index, date)
  }
  return files
}

function inventPost(index: number, date: string): string {
  const random = numbers(index + 1)
  const sections = Math.max(1, Math.round(longTail(random) * 4))
  const has = {
    code: random() < 0.5,
    pictures: random() < 0.2,
    notes: random() < 0.04,
    formulas: random() < 0.04,
    html: random() < 0.05,
    dollars: random() < 0.02,
    table: random() < 0.05,
    setext: random() < 0.02,
  }
  const tags = [`tag-${index % 17}`, `tag-${Math.floor(random() * 60)}`].join(', ')
  const parts = [
    `---\ntitle: "Post ${index}: ${words(random, 4)}"\ndate: ${date}\ntags: [${tags}]\n---`,
    paragraph(random),
  ]
  for (let section = 0; section < sections; section++) {
    const heading = words(random, 3)
    parts.push(has.setext ? `${heading}\n---` : `## ${heading}`, paragraph(random), paragraph(random))
    if (random() < 0.3) parts.push(Array.from({ length: 4 }, () => `- ${sentence(random)}`).join('\n'))
    if (index > 0 && random() < 0.2)
      parts.push(`See [another one](/posts/post-${Math.floor(random() * index)}).`)
    if (has.code && random() < 0.6) parts.push(fence(random))
    if (has.pictures && random() < 0.3)
      parts.push(`![${words(random, 3)}](https://pictures.example/${index}.png)`)
    if (has.formulas)
      parts.push(`Then $x_${section} = ${index % 9}y$ holds.\n\n$$\n\\int_0^1 x^${section}\\,dx\n$$`)
    if (has.html && section === 0) parts.push(`<div style="color: teal"><b>${words(random, 5)}</b></div>`)
    if (has.dollars) parts.push(`It was $5 here and $10 there, ${words(random, 6)}.`)
    if (has.table && section === 0) parts.push(table(random))
  }
  if (has.notes) parts.push(`A note.[^1]\n\n[^1]: ${sentence(random)}`)
  return `${parts.join('\n\n')}\n`
}

/** Median 1, and one in a hundred above 8: lengths of posts are log-normal. */
function longTail(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Math.exp(normal * 0.9)
}

function paragraph(random: () => number): string {
  return Array.from({ length: 3 + Math.floor(random() * 3) }, () => sentence(random)).join(' ')
}

function sentence(random: () => number): string {
  const text = words(random, 8 + Math.floor(random() * 12))
  const marked = random() < 0.15 ? text.replace(/ (\w+) /, random() < 0.5 ? ' `$1` ' : ' **$1** ') : text
  return `${marked.charAt(0).toUpperCase()}${marked.slice(1)}.`
}

/** Drawn by Zipf's law: a word's frequency falls with its rank. */
function words(random: () => number, count: number): string {
  const zipf = () => VOCABULARY[Math.floor(VOCABULARY.length ** random()) - 1]
  return Array.from({ length: count }, zipf).join(' ')
}

function fence(random: () => number): string {
  const language = LANGUAGES[Math.floor(random() * LANGUAGES.length)]
  const line = () =>
    `  const ${words(random, 1)}${Math.floor(random() * 90)} = await read('${words(random, 2)}', { limit: 10 })`
  const lines = Array.from({ length: 4 + Math.floor(random() * 16) }, line)
  return `\`\`\`${language}\nfunction run() {\n${lines.join('\n')}\n}\n\`\`\``
}

function table(random: () => number): string {
  const row = () => `| ${words(random, 1)} | ${Math.floor(random() * 100)} | ${words(random, 3)} |`
  return ['| name | count | what |', '|---|--:|---|', ...Array.from({ length: 5 }, row)].join('\n')
}
