/** earshot import: brings a file in as a room. */
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { archive } from '../channels/archive/channel.ts'
import { csvRows } from '../channels/archive/csv.ts'
import { asUtf8, decoderOf, mustBeUtf8 } from '../channels/archive/encoding.ts'
import { jsonlRows } from '../channels/archive/jsonl.ts'
import { mboxRows } from '../channels/archive/mbox.ts'
import { type ColumnMap, FileRefused, type Row, readMap } from '../channels/archive/rows.ts'
import { translate } from '../channels/archive/translate.ts'
import type { Db } from '../db/db.ts'
import { add, byAddress } from '../domain/room/room.store.ts'
import { type Id, newId } from '../lib/ids.ts'
import { sealWith } from '../lib/seal.ts'
import { type Brought, bringIn } from './bring-in.ts'
import { atDesk, theWorkspace } from './desk.ts'
import { bytesOf, type ImportFile, lookAt } from './import-file.ts'
import { printable } from './printable.ts'
import { progressOf } from './progress.ts'
import { CommandRefused, UsageWrong } from './refusals.ts'
import { readSecretKey } from './settings.ts'

export const about = 'brings a file of posts or mails in as a room'
export const usage = `import FILE --room NAME --format csv|jsonl|mbox --map text=COLUMN,author=COLUMN,at=COLUMN[,id=COLUMN,parent=COLUMN,name=COLUMN,url=COLUMN,title=COLUMN]

  --room NAME        The room to bring it into; made if it is not there.
  --format           Told by the file's name where it ends in .csv, .jsonl or .mbox.
  --map              Which column is what. Not for mbox.
  --us HANDLE,...    Authors whose words are our own.
  --encoding NAME    For files that are not UTF-8: windows-1252, utf-16le ...
  --workspace NAME   Where there is more than one.
  --dry-run          Reads and reports, and files nothing.

Started again with the same file it goes on where it stopped, and files nothing twice.`

const options = {
  room: { type: 'string' },
  format: { type: 'string' },
  map: { type: 'string' },
  us: { type: 'string' },
  encoding: { type: 'string' },
  workspace: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const

export async function run(args: string[]): Promise<number> {
  const asked = readArgs(args)
  try {
    const file = await lookAt(asked.path)
    if (asked.encoding === 'utf-8' && asked.format !== 'mbox') await mustBeUtf8(bytesOf(file))
    return asked.dryRun
      ? await tryOut(file, asked)
      : await atDesk((desk) => bring(file, asked, desk.db, () => readSecretKey(desk.settings, process.env)))
  } catch (error) {
    if (error instanceof FileRefused) throw new CommandRefused(error.message)
    throw error
  }
}

type Asked = ReturnType<typeof readArgs>

function readArgs(args: string[]) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [path, ...more] = positionals
  if (path === undefined) throw new UsageWrong('Which file?')
  if (more.length > 0) throw new UsageWrong(`One file at a time; ${more[0]} is another.`)
  if (!values.room?.trim()) throw new UsageWrong('Which room shall it become? Name it by --room NAME.')
  const format = values.format ?? /\.(csv|jsonl|mbox)$/i.exec(path)?.[1]?.toLowerCase()
  if (format !== 'csv' && format !== 'jsonl' && format !== 'mbox')
    throw new UsageWrong('--format must be csv, jsonl or mbox.')
  const map: ColumnMap = format === 'mbox' ? {} : mapOf(values.map)
  const encoding = values.encoding?.toLowerCase().replace(/^utf8$/, 'utf-8') ?? 'utf-8'
  const us = new Set(
    (values.us ?? '')
      .split(',')
      .map((handle) => handle.trim().replace(/^@/, '').toLowerCase())
      .filter(Boolean),
  )
  return {
    path,
    format,
    map,
    encoding,
    us,
    room: values.room.trim(),
    workspace: values.workspace,
    dryRun: values['dry-run'] ?? false,
  } as const
}

function mapOf(written: string | undefined): ColumnMap {
  if (written === undefined)
    throw new UsageWrong('Which column is what? Say it by --map text=COLUMN,author=COLUMN,at=COLUMN.')
  try {
    return readMap(written)
  } catch (error) {
    throw error instanceof FileRefused ? new UsageWrong(error.message) : error
  }
}

/** The rows of a file. Throws FileRefused before the first where the file as a whole can't be read. */
export function rowsOf(
  chunks: AsyncIterable<Uint8Array>,
  { format, map, encoding }: Pick<Asked, 'format' | 'map' | 'encoding'>,
): AsyncGenerator<Row[]> {
  switch (format) {
    case 'csv':
      return csvRows(asUtf8(chunks, encoding), map)
    case 'jsonl':
      return jsonlRows(asUtf8(chunks, encoding), map)
    case 'mbox':
      return mboxRows(chunks)
  }
}

async function bring(file: ImportFile, asked: Asked, db: Db, secretKey: () => string): Promise<number> {
  if (asked.encoding !== 'utf-8') decoderOf(asked.encoding)
  await mustBegin(file, asked)
  const { workspaceId } = await theWorkspace(db, asked.workspace)
  const room = await roomCalled(asked.room, workspaceId, db, secretKey)
  const progress = progressOf(file.size)
  let bytes = 0
  try {
    const brought = await bringIn({
      db,
      workspace: workspaceId,
      room,
      file: knownBy(file, asked),
      rows: rowsOf(
        bytesOf(file, (read) => {
          bytes = read
        }),
        asked,
      ),
      us: asked.us,
      now: () => new Date(),
      newId,
      onBad: (line, why) => progress.say(skippedLine(line, why)),
      onFiled: (rows) => progress.tell(bytes, rows),
    })
    progress.end()
    return summary(brought, asked.room)
  } finally {
    progress.end()
  }
}

/** Read in another way it is another file: who had the wrong column the first time begins anew. */
const knownBy = ({ fingerprint }: ImportFile, { format, map, encoding, us }: Asked): string =>
  createHash('sha256')
    .update(JSON.stringify([fingerprint, format, map, encoding, [...us]]))
    .digest('hex')
    .slice(0, 32)

/** Reads the first rows, so that a missing column is told before a room is made. */
async function mustBegin(file: ImportFile, asked: Asked): Promise<void> {
  for await (const _ of rowsOf(bytesOf(file), asked)) return
}

async function roomCalled(name: string, workspace: Id, db: Db, secretKey: () => string): Promise<Id> {
  return db.in(workspace, async (tx) => {
    const there = await byAddress(tx, archive.name, name)
    if (there) return there.id
    const id = newId()
    const seal = sealWith(secretKey())
    const made = await add(
      tx,
      {
        id,
        channel: archive.name,
        address: name,
        name,
        account: null,
        settings: {},
        secret: null,
        demo: false,
        at: new Date(),
        by: null,
      },
      seal,
    )
    return made ?? (await byAddress(tx, archive.name, name))?.id ?? id
  })
}

async function tryOut(file: ImportFile, asked: Asked): Promise<number> {
  const sum: Brought = { passedOver: 0, read: 0, filed: 0, already: 0, skipped: 0 }
  const seen = new Set<string>()
  for await (const rows of rowsOf(bytesOf(file), asked)) {
    for (const row of rows) {
      sum.read++
      const translated = row.is === 'row' ? translate(row.fields, asked.us) : row
      if (translated.is === 'bad') {
        sum.skipped++
        console.error(skippedLine(row.line, translated.why))
      } else if (seen.has(translated.message.id)) sum.already++
      else seen.add(translated.message.id)
    }
  }
  const good = sum.read - sum.skipped
  console.log(
    `${count(sum.read, 'row')} read: ${count(seen.size, 'message')} to file, ${sum.already} with an id that came before, ${sum.skipped} skipped. Nothing was filed (--dry-run).`,
  )
  return good > 0 ? 0 : 1
}

const skippedLine = (line: number, why: string) => `line ${line}: skipped, because ${printable(why)}`

function summary({ passedOver, read, filed, already, skipped }: Brought, room: string): number {
  const before = passedOver > 0 ? ` ${count(passedOver, 'row')} had been brought in before.` : ''
  if (read === 0 && passedOver > 0)
    console.log(
      `All ${count(passedOver, 'row')} of this file were brought in before: ${room} holds what could be read of them.`,
    )
  else
    console.log(
      `${count(read, 'row')} read: ${filed} filed in ${room}, ${already} already there, ${skipped} skipped.${before}`,
    )
  return filed + already + passedOver > 0 ? 0 : 1
}

const count = (many: number, what: string) =>
  `${new Intl.NumberFormat('en').format(many)} ${what}${many === 1 ? '' : 's'}`
