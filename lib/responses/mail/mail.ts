import { createTransport } from 'nodemailer'

/** One e-mail, in both forms. */
export interface Mail {
  from: string
  to: string
  subject: string
  text: string
  /** Empty for plain text only. */
  html: string
  headers?: Record<string, string>
}

/** The mail server: `SMTP_URL`, e.g. `smtps://user:password@mail.example:465`. */
export function mailServer(env: Record<string, string | undefined> = process.env): string | undefined {
  return env.SMTP_URL || undefined
}

/**
 * Sends e-mails to an SMTP server, over one connection.
 * @throws if the server rejects one; `isTemporary` says whether to try again later
 */
export function openMailer(url: string) {
  // One connection: providers limit them, and a newsletter need not be fast.
  const transport = createTransport(url, { pool: true, maxConnections: 1 } as Record<string, unknown>)
  return {
    send: async (mail: Mail): Promise<void> => {
      await transport.sendMail({
        ...mail,
        html: mail.html || undefined,
        // No text of a reader may become a file or a URL that is loaded.
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    close: () => transport.close(),
  }
}
