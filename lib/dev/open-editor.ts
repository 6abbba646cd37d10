import { spawn } from 'node:child_process'
import { basename } from 'node:path'

/**
 * The command that opens a file at a line, in the editor that the author has set.
 * @param editor a command with its arguments, as in `$EDITOR`: `code --wait`
 * @param line counted from 1
 */
export function editorCommand(editor: string, file: string, line?: number, column = 1): string[] {
  const [program = '', ...args] = editor.trim().split(/\s+/)
  if (line === undefined) return [program, ...args, file]
  const name = basename(program).replace(/\.(?:exe|cmd)$/i, '')
  if (/^(?:code|code-insiders|codium|cursor|windsurf)$/.test(name))
    return [program, ...args, '--goto', `${file}:${line}:${column}`]
  if (/^(?:subl|zed|hx|mate|atom)$/.test(name)) return [program, ...args, `${file}:${line}:${column}`]
  if (/^(?:webstorm|idea|phpstorm)\d*$/.test(name)) return [program, ...args, '--line', String(line), file]
  if (/^(?:n?vim?|gvim|nano|emacs|emacsclient|micro|kak|joe|ne)$/.test(name))
    return [program, ...args, `+${line}`, file]
  return [program, ...args, file]
}

/** Whether an editor opens a window, instead of running in the terminal. */
export function hasWindow(editor: string): boolean {
  const name = basename(editor.trim().split(/\s+/)[0] ?? '')
  return !TERMINAL.test(name) || /\s(?:-g|--gui)\b/.test(editor)
}

const TERMINAL = /^(?:vi|vim|nvim|nano|emacs|emacsclient|micro|kak|joe|ne|hx|ed|pico)$/

/** @returns the editor of `$VISUAL` or `$EDITOR`; undefined if the author has set none */
export function findEditor(env: Record<string, string | undefined> = process.env): string | undefined {
  return env.VISUAL?.trim() || env.EDITOR?.trim() || undefined
}

/**
 * Opens a file in the author's editor and waits until the editor's command ends.
 * @throws if there is no such command
 */
export async function openEditor(
  editor: string,
  file: string,
  line?: number,
  column?: number,
): Promise<void> {
  const [program = '', ...args] = editorCommand(editor, file, line, column)
  await new Promise<void>((resolve, reject) => {
    spawn(program, args, { stdio: 'inherit' })
      .on('error', (error) =>
        reject(new Error(`The editor “${program}” cannot be started: ${error.message}`)),
      )
      .on('close', () => resolve())
  })
}
