/** One text in its own process, so that a stack or heap overflow affects nothing else: `child.ts NAME SIZE`. */
import { inputs } from './inputs'
import { runInput } from './run-input'

const [name, size = '0'] = process.argv.slice(2)
const input = inputs.find((each) => each.name === name)
if (!input) throw new Error(`There is no input “${name}”.`)
await runInput({ ...input }, 200)
const { ms, length, rules } = await runInput(input, Number(size))
console.log(JSON.stringify({ ms, length, rules: [...new Set(rules)] }))
