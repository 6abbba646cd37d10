import { SingleBar } from 'cli-progress'
import type { TextDone } from '../../build/texts/render-texts'

/** A text that takes longer is named: its author may want to know why the build waits. */
const SLOW_MS = 3000

/** Interval of progress lines if no terminal can show a progress bar. */
const QUIET_MS = 10_000

/** Shows how many texts are rendered, and names the slow ones. What it saw can be summed up afterwards. */
export class BuildProgress {
  readonly #texts: TextDone[] = []
  readonly #steps: [name: string, seconds: number][] = []
  readonly #bar = new SingleBar({
    format: 'Rendering {bar} {value} of {total}',
    clearOnComplete: true,
    hideCursor: true,
  })
  #written = performance.now()

  /** For `generateContent`. */
  readonly onText = (text: TextDone): void => {
    const { file, milliseconds, done, all } = text
    this.#texts.push(text)
    if (milliseconds > SLOW_MS) console.log(`${file} took ${(milliseconds / 1000).toFixed(1)} s to render.`)
    if (process.stderr.isTTY) {
      if (done === 1) this.#bar.start(all, 0)
      this.#bar.update(done)
      if (done === all) this.#bar.stop()
    } else if (performance.now() - this.#written > QUIET_MS) {
      this.#written = performance.now()
      console.log(`Rendered ${done} of ${all} texts.`)
    }
  }

  /** Runs a step of the build and remembers how long it took. */
  async measure<Result>(name: string, step: () => Promise<Result>): Promise<Result> {
    const started = performance.now()
    const result = await step()
    this.#steps.push([name, (performance.now() - started) / 1000])
    return result
  }

  /** What `--profile` prints: the steps, the slowest posts and the slowest plugins. */
  format(): string {
    const plugins = new Map<string, number>()
    for (const { pluginTimes = {} } of this.#texts)
      for (const [name, milliseconds] of Object.entries(pluginTimes))
        plugins.set(name, (plugins.get(name) ?? 0) + milliseconds)
    const posts = this.#texts.map(({ file, milliseconds }): [string, number] => [file, milliseconds])
    return [
      table(
        'Steps',
        this.#steps.map(([name, seconds]) => [name, seconds * 1000]),
      ),
      table(`The slowest of ${posts.length} texts that were rendered`, slowest(posts)),
      ...(plugins.size > 0 ? [table('The slowest plugins, all texts together', slowest([...plugins]))] : []),
    ].join('\n')
  }
}

function slowest(entries: [string, number][]): [string, number][] {
  return entries.sort((a, b) => b[1] - a[1]).slice(0, 10)
}

function table(title: string, rows: [string, number][]): string {
  const lines = rows.map(
    ([name, milliseconds]) => `  ${(milliseconds / 1000).toFixed(2).padStart(8)} s  ${name}`,
  )
  return [`${title}:`, ...lines].join('\n')
}
