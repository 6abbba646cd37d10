import { printable } from '../model/printable'

/**
 * Ends a command with one line instead of a stack trace: what goes wrong is mostly a path, a disk or a network, and
 * the author can do nothing with our file names. `DEBUG=1` prints the whole error.
 */
export function fail(error: unknown): void {
  process.exitCode = 1
  if (process.env.DEBUG) console.error(error)
  else console.error(`error: ${printable(error instanceof Error ? firstLine(error.message) : String(error))}`)
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message
}
