import { printable } from '../../model/printable'

/**
 * Ends a command with one line instead of a stack trace: most failures concern a path, a disk or the network, and
 * our file names do not help the author. `DEBUG=1` prints the whole error.
 */
export function fail(error: unknown): void {
  process.exitCode = 1
  if (process.env.DEBUG) console.error(error)
  else console.error(`error: ${printable(error instanceof Error ? firstLine(error.message) : String(error))}`)
}

/** The same for whatever a command does not catch itself, such as a full disk in the middle of a build. */
export function failOnUncaught(): void {
  process.on('uncaughtException', (error) => {
    fail(error)
    process.exit()
  })
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message
}
