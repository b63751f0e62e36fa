/** Mail that the desk sends to its own teammates, by the server that the owner of the instance named. */
import { createTransport } from 'nodemailer'

export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  files: readonly { name: string; type: string; content: Buffer }[]
  /** The same at each try, so that a mailbox can tell a second copy. */
  id: string
}

/** `why` in the server's own words. */
export type Mailed = { is: 'taken' } | { is: 'failed'; why: string }
export type SendMail = (mail: Mail) => Promise<Mailed>

const PATIENCE_MS = 30_000

/** `server`: smtp://user:password@host:587 or smtps://…:465. `from`: as it stands in the mail. It reads no file and no address of a mail. */
export function mailBy({ server, from }: { server: string; from: string }): SendMail {
  const transport = transportTo(server)
  return async ({ to, subject, text, html, files, id }) => {
    try {
      await transport.sendMail({
        ...{ from, to, subject, text, html, messageId: id },
        headers: { 'auto-submitted': 'auto-generated' },
        attachments: files.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
      })
      return { is: 'taken' }
    } catch (error) {
      return { is: 'failed', why: (error as Error).message }
    }
  }
}

/** Why the server does not let us in, in its own words; null: it does. */
export async function answers({ server }: { server: string }): Promise<string | null> {
  try {
    await transportTo(server).verify()
    return null
  } catch (error) {
    return (error as Error).message
  }
}

const transportTo = (server: string) =>
  createTransport({
    ...{ url: server, disableFileAccess: true, disableUrlAccess: true },
    ...{ connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS },
  })
