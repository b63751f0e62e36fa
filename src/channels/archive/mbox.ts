/** Mailboxes as Thunderbird, Gmail and mail servers export them (RFC 4155): mails parted by lines that begin with From. */
import PostalMime, { type Email } from 'postal-mime'
import { plainText } from '../../lib/plain-text.ts'
import { noFields, type Row } from './rows.ts'

/** With attachments; a longer one is passed over, so that it can't fill the memory. */
const longestMail = 25_000_000

/** Gives rows, one mail each. Never throws for what a mail contains. */
export async function* mboxRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Row[]> {
  for await (const { line, bytes } of mailsOf(chunks)) yield [await rowOf(line, bytes)]
}

type Mail = { line: number; bytes: Buffer | null }

/** A mail ends where an empty line is followed by `From `, somebody and an hour: what people write begins so too. */
async function* mailsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Mail> {
  let held: Buffer = Buffer.alloc(0)
  let line = 1
  let tooLong = false
  let searched = 0
  for await (const chunk of chunks) {
    held = Buffer.concat([held, chunk])
    for (let end = nextMail(held, searched); end !== -1; end = nextMail(held, 0)) {
      yield { line, bytes: tooLong ? null : held.subarray(0, end) }
      line += linesIn(held.subarray(0, end))
      held = held.subarray(end)
      tooLong = false
    }
    searched = Math.max(0, held.length - 1_000)
    if (held.length <= longestMail) continue
    line += linesIn(held.subarray(0, searched))
    held = held.subarray(searched)
    searched = 0
    tooLong = true
  }
  if (held.length > 0 || tooLong) yield { line, bytes: tooLong ? null : held }
}

const parting = /^From \S.*\d:\d\d/

/** Where the next mail begins, after the first byte; -1: not in what we hold, or its first line is not whole yet. */
function nextMail(held: Buffer, from: number): number {
  for (let at = held.indexOf('\nFrom ', from); at !== -1; at = held.indexOf('\nFrom ', at + 1)) {
    const afterEmptyLine = held[at - 1] === 10 || (held[at - 1] === 13 && held[at - 2] === 10)
    if (!afterEmptyLine) continue
    const end = held.indexOf(10, at + 1)
    if (end === -1) return -1
    if (parting.test(held.toString('latin1', at + 1, Math.min(end, at + 300)))) return at + 1
  }
  return -1
}

function linesIn(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}

async function rowOf(line: number, bytes: Buffer | null): Promise<Row> {
  if (bytes === null) return { is: 'bad', line, why: `the mail is longer than ${longestMail / 1_000_000} MB` }
  const start = bytes.indexOf(10) + 1
  if (line === 1 && !bytes.subarray(0, 5).equals(Buffer.from('From '))) {
    return { is: 'bad', line, why: 'a mailbox begins with a line that begins with "From "' }
  }
  try {
    return { is: 'row', line, fields: fieldsOf(await PostalMime.parse(unquoted(bytes.subarray(start)))) }
  } catch (error) {
    return { is: 'bad', line, why: `the mail can't be read: ${error instanceof Error ? error.message : error}` }
  }
}

/** Lines of a mail that begin with From were given a > when it was put into the mailbox. */
function unquoted(mail: Buffer): Buffer {
  if (!mail.includes('\n>From ') && !mail.includes('\n>>')) return mail
  return Buffer.from(mail.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1')
}

function fieldsOf(mail: Email) {
  const from = mail.from?.address === undefined ? mail.from?.group?.[0] : mail.from
  const text = mail.text?.trim() || plainText(mail.html ?? '')
  return {
    ...noFields(),
    text,
    author: from?.address ?? '',
    name: from?.name ?? '',
    at: mail.date ?? '',
    id: ids(mail.messageId)[0] ?? '',
    parent: ids(mail.inReplyTo)[0] ?? ids(mail.references).at(-1) ?? '',
    title: mail.subject ?? '',
  }
}

const ids = (header: string | undefined): string[] => header?.match(/<[^<>\s]+>/g) ?? []
