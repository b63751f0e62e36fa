/** earshot import-orders: takes the orders of a CSV file, as a shop exports them. */
import { parseArgs } from 'node:util'
import { toldOf } from '../api/people/orders.ts'
import { NewOrder } from '../api/people/shapes.orders.ts'
import { csvRowsOf } from '../channels/archive/csv.ts'
import { dateOf } from '../channels/archive/dates.ts'
import { asUtf8, decoderOf, mustBeUtf8 } from '../channels/archive/encoding.ts'
import { type ColumnMap, FileRefused, readMapOf } from '../channels/archive/rows.ts'
import type { Db } from '../db/db.ts'
import type { ToldOrder } from '../domain/order/order.ts'
import { takeOrder } from '../flows/take-order.ts'
import { type Id, newId } from '../lib/ids.ts'
import { atDesk, theWorkspace } from './desk.ts'
import { bytesOf, lookAt } from './import-file.ts'
import { printable } from './printable.ts'
import { CommandRefused, UsageWrong } from './refusals.ts'

export const about = 'takes the orders of a CSV file'
export const usage = `import-orders FILE --map number=COLUMN,at=COLUMN[,what=COLUMN,value=COLUMN,currency=COLUMN,status=COLUMN,since=COLUMN,name=COLUMN,mail=COLUMN,handle=COLUMN]

  --map              Which column is what. "status" is placed, delivered, returned or cancelled, "since" when it became so.
  --currency EUR     Where no column says it.
  --channel NAME     On which channel the handles are.
  --encoding NAME    For files that are not UTF-8: windows-1252, utf-16le ...
  --workspace NAME   Where there is more than one.

An order is known by its number: started again, it goes on, and changes what the file says is new. A row that can't be read is
named by its line and skipped. What can't be given to anybody waits until they show up.`

const fields = ['number', 'at', 'what', 'value', 'currency', 'status', 'since', 'name', 'mail', 'handle'] as const
type Field = (typeof fields)[number]
const blank = () => Object.fromEntries(fields.map((field) => [field, ''])) as Record<Field, string>
const options = {
  map: { type: 'string' },
  currency: { type: 'string' },
  channel: { type: 'string' },
  encoding: { type: 'string' },
  workspace: { type: 'string' },
} as const
/** Orders a transaction. */
const atOnce = 100

export async function run(args: string[]): Promise<number> {
  const asked = readArgs(args)
  try {
    const file = await lookAt(asked.path)
    if (asked.encoding === 'utf-8') await mustBeUtf8(bytesOf(file))
    else decoderOf(asked.encoding)
    return await atDesk(async ({ db }) => {
      const { workspaceId } = await theWorkspace(db, asked.workspace)
      const rows = csvRowsOf<Field>(asUtf8(bytesOf(file), asked.encoding), asked.map, blank)
      return summary(await bring(db, workspaceId, rows, asked))
    })
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
  const map = mapOf(values.map)
  if (map.handle !== undefined && !values.channel)
    throw new UsageWrong('On which channel are the handles? Say it by --channel bluesky.')
  const encoding = values.encoding?.toLowerCase().replace(/^utf8$/, 'utf-8') ?? 'utf-8'
  const { currency, channel, workspace } = values
  return { path, map, encoding, currency, channel, workspace }
}

function mapOf(written: string | undefined): ColumnMap<Field> {
  if (written === undefined) throw new UsageWrong('Which column is what? Say it by --map number=COLUMN,at=COLUMN.')
  try {
    return readMapOf<Field>(written, fields, ['number', 'at'])
  } catch (error) {
    throw error instanceof FileRefused ? new UsageWrong(error.message) : error
  }
}

type Sum = {
  read: number
  new: number
  changed: number
  known: number
  forgotten: number
  waiting: number
  skipped: number
}

async function bring(db: Db, workspace: Id, rows: ReturnType<typeof csvRowsOf<Field>>, asked: Asked): Promise<Sum> {
  const sum: Sum = { read: 0, new: 0, changed: 0, known: 0, forgotten: 0, waiting: 0, skipped: 0 }
  for await (const some of rows) {
    const told: ToldOrder[] = []
    for (const row of some) {
      sum.read++
      const read = row.is === 'row' ? orderIn(row.fields, asked) : row
      if ('is' in read) {
        sum.skipped++
        console.error(`line ${row.line}: skipped, because ${printable(read.why)}`)
      } else told.push(read)
    }
    for (let at = 0; at < told.length; at += atOnce) await take(db, workspace, told.slice(at, at + atOnce), sum)
  }
  return sum
}

async function take(db: Db, workspace: Id, told: readonly ToldOrder[], sum: Sum): Promise<void> {
  const took = await db.in(workspace, async (tx) => {
    const done: Awaited<ReturnType<typeof takeOrder>>[] = []
    for (const order of told) done.push(await takeOrder(tx, order, { source: 'file', by: null, at: new Date(), newId }))
    return done
  })
  for (const it of took) {
    sum[it.is]++
    if (it.is !== 'forgotten' && it.person === null) sum.waiting++
  }
}

/** The row as an order, or why it is none. */
function orderIn(row: Record<Field, string>, { currency, channel }: Asked): ToldOrder | { is: 'bad'; why: string } {
  const cell = (field: Field) => row[field].trim() || null
  const placedAt = dateOf(row.at)
  if (placedAt === null) return { is: 'bad', why: `"${row.at}" is no date that can be read for sure` }
  const since = cell('since')
  const statusAt = since === null ? null : dateOf(since)
  if (since !== null && statusAt === null) return { is: 'bad', why: `"${since}" is no date that can be read for sure` }
  const value = cell('value')
  const handle = cell('handle')
  const read = NewOrder.safeParse({
    number: row.number,
    placedAt: placedAt.toISOString(),
    what: row.what,
    value,
    currency: value === null ? null : (cell('currency') ?? currency),
    status: cell('status')?.toLowerCase(),
    statusAt: statusAt?.toISOString(),
    buyer: { name: cell('name'), mail: cell('mail'), channel: handle === null ? null : channel, handle },
  })
  if (read.success) return toldOf(read.data)
  const [issue] = read.error.issues
  return { is: 'bad', why: `${String(issue?.path.at(-1) ?? 'it')}: ${issue?.message ?? 'it can not be read'}` }
}

function summary(sum: Sum): number {
  const parts = [
    `${sum.new} new`,
    `${sum.changed} changed`,
    `${sum.known} known already`,
    `${sum.skipped} skipped`,
    ...(sum.forgotten > 0 ? [`${sum.forgotten} left out, because their buyers were forgotten`] : []),
  ]
  console.log(`${sum.read} row${sum.read === 1 ? '' : 's'} read: ${parts.join(', ')}.`)
  if (sum.waiting > 0) console.log(`${sum.waiting} of them wait for their buyer to show up.`)
  return sum.read > sum.skipped ? 0 : 1
}
