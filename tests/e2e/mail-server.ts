import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { PROJECT } from './copy-project'

/**
 * A local SMTP server that stores e-mails as files, so that a test in another process can read them.
 * @param folder where it stores them; it is emptied first
 * @returns its URL for `SMTP_URL`
 */
export async function startMailServer(folder = MAILS): Promise<string> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  let count = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        writeFileSync(join(folder, `${String(++count).padStart(4, '0')}.eml`), Buffer.concat(parts))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.')
  return `smtp://127.0.0.1:${address.port}`
}

/** Every e-mail to an address so far, oldest first. */
export async function readMails(to: string, folder = MAILS) {
  const mails = await Promise.all(
    readdirSync(folder)
      .sort()
      .map((file) => PostalMime.parse(readFileSync(join(folder, file)))),
  )
  return mails.filter((mail) => mail.to?.some(({ address }) => address === to))
}

const MAILS = join(PROJECT, '.e2e', 'mails')
