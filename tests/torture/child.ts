/**
 * Runs texts in a process of its own, so that a stack or heap overflow affects nothing else: takes `{ name, sizes }` as
 * messages, and answers each with what came of it at each size, or with an error.
 */
import { z } from 'zod'
import { inputs } from './inputs'
import { runInput } from './run-input'

const taskSchema = z.object({ name: z.string(), sizes: z.array(z.number()) })

process.on('message', async (message) => {
  const { name, sizes } = taskSchema.parse(message)
  try {
    const input = inputs.find((each) => each.name === name)
    if (!input) throw new Error(`There is no input “${name}”.`)
    // What the first run loads and compiles is no cost of the text.
    await runInput(input, 200)
    const results = []
    for (const size of sizes) {
      const { ms, length, rules } = await runInput(input, Math.floor(size))
      results.push({ ms, length, rules: [...new Set(rules)] })
    }
    process.send?.({ results })
  } catch (error) {
    process.send?.({ failure: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) })
  }
})
