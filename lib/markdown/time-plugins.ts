import type { Plugin, Processor } from 'unified'
import type { Node } from 'unist'
import type { VFile } from 'vfile'

const times = new Map<string, number>()

/** Measures how long each plugin of a processor takes, for `takeTimes`. To be called before it is frozen. */
export function timePlugins(processor: Processor): void {
  for (const attacher of processor.attachers) attacher[0] = timed(attacher[0])
}

/** @returns milliseconds by the plugin's name since the last call, with what plugins call themselves */
export function takeTimes(): Record<string, number> {
  const taken = Object.fromEntries(times)
  times.clear()
  return taken
}

function timed(plugin: Plugin<unknown[]>): Plugin<unknown[]> {
  return function (...options) {
    const transform = plugin.apply(this, options)
    if (typeof transform !== 'function') return undefined
    return async (tree: Node, file: VFile) => {
      const started = performance.now()
      const result = await transform(tree, file, () => {})
      times.set(plugin.name, (times.get(plugin.name) ?? 0) + performance.now() - started)
      return result instanceof Error ? undefined : result
    }
  }
}
