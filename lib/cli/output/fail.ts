import { AuthorError } from '../../model/author-error'
import { printable } from '../../model/printable'

/**
 * Ends a command with one line instead of a stack trace: most failures concern a path, a disk or the network, and
 * our file names do not help the author. An `AuthorError` may have several lines. `DEBUG=1` prints the whole error.
 */
export function fail(error: unknown): void {
  process.exitCode = 1
  if (process.env.DEBUG) console.error(error)
  else for (const line of linesOf(error)) console.error(printable(line))
}

/** The same for whatever a command does not catch itself, such as a full disk in the middle of a build. */
export function failOnUncaught(): void {
  process.on('uncaughtException', (error) => {
    fail(error)
    process.exit()
  })
}

function linesOf(error: unknown): string[] {
  const lines = `error: ${error instanceof Error ? error.message : String(error)}`.split('\n')
  return error instanceof AuthorError ? lines : lines.slice(0, 1)
}
