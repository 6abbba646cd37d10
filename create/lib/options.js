import { parseArgs } from 'node:util'

export const USAGE = `Usage: npm create quire@latest <folder> -- [options]

Starts a blog in a new folder.

Options:
  --from <path>  import an old blog: a folder, or an export, also as a zip
  --yes          ask nothing
  --no-install   do not run npm install
  --no-start     do not start npm run dev
  --help         show this

Examples:
  npm create quire@latest my-blog
  npm create quire@latest my-blog -- --from ../my-old-blog
  npm create quire@latest my-blog -- --from ~/Downloads/export.xml --yes`

/**
 * @param {string[]} args
 * @returns {{ folder: string, from?: string, yes: boolean, install: boolean, start: boolean, help: boolean }}
 * @throws {Error} with a message for a wrong option or a missing folder
 */
export function readOptions(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      yes: { type: 'boolean', short: 'y', default: false },
      'no-install': { type: 'boolean', default: false },
      'no-start': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const [folder, ...others] = positionals
  if (!values.help && (!folder || others.length > 0))
    throw new Error('Name one folder for the blog, as in: npm create quire@latest my-blog')
  return {
    folder: folder ?? '',
    ...(values.from && { from: values.from }),
    yes: values.yes,
    install: !values['no-install'],
    start: !values['no-start'],
    help: values.help,
  }
}
