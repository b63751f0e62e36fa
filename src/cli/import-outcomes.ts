/** earshot import-outcomes: writes the outcomes of a CSV file down, as a till or a booking page exports them. */
import { parseArgs } from 'node:util'
import { csvRowsOf } from '../channels/archive/csv.ts'
import { dateOf } from '../channels/archive/dates.ts'
import { asUtf8, decoderOf, mustBeUtf8 } from '../channels/archive/encoding.ts'
import { type ColumnMap, FileRefused, readMapOf } from '../channels/archive/rows.ts'
import type { Db } from '../db/db.ts'
import { objectivesNamed, whoHasMail } from '../domain/outcome/served.read.ts'
import { writeOutcome } from '../flows/outcomes.ts'
import { type Id, newId } from '../lib/ids.ts'
import { centsOf } from './cents.ts'
import { atDesk, theWorkspace } from './desk.ts'
import { bytesOf, lookAt } from './import-file.ts'
import { printable } from './printable.ts'
import { CommandRefused, UsageWrong } from './refusals.ts'

export const about = 'writes the outcomes of a CSV file down'
export const usage = `import-outcomes FILE --map at=COLUMN[,what=COLUMN,value=COLUMN,currency=COLUMN,code=COLUMN,objective=COLUMN,mail=COLUMN,evidence=COLUMN,key=COLUMN]

  --map              Which column is what. "code" is a word or short link that was given along: it tells who, what and for which
                     objective. "key" is the file's own number of it: the same key is written down once.
  --objective RESULT Where neither a column nor a code says it: the sentence of the objective, or how it begins.
  --encoding NAME    For files that are not UTF-8: windows-1252, utf-16le ...
  --workspace NAME   Where there is more than one.

A row that can't be read is named by its line and skipped. Without a key, the same file twice is written down twice.`

const fields = ['at', 'what', 'value', 'currency', 'code', 'objective', 'mail', 'evidence', 'key'] as const
type Field = (typeof fields)[number]
const blank = () => Object.fromEntries(fields.map((field) => [field, ''])) as Record<Field, string>
const options = {
  map: { type: 'string' },
  objective: { type: 'string' },
  encoding: { type: 'string' },
  workspace: { type: 'string' },
} as const

export async function run(args: string[]): Promise<number> {
  const asked = readArgs(args)
  try {
    const file = await lookAt(asked.path)
    if (asked.encoding === 'utf-8') await mustBeUtf8(bytesOf(file))
    else decoderOf(asked.encoding)
    return await atDesk(async ({ db }) => {
      const { workspaceId } = await theWorkspace(db, asked.workspace)
      const rows = csvRowsOf<Field>(asUtf8(bytesOf(file), asked.encoding), asked.map, blank)
      return await bring(db, workspaceId, rows, asked.objective)
    })
  } catch (error) {
    if (error instanceof FileRefused) throw new CommandRefused(error.message)
    throw error
  }
}

function readArgs(args: string[]) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [path, ...more] = positionals
  if (path === undefined) throw new UsageWrong('Which file?')
  if (more.length > 0) throw new UsageWrong(`One file at a time; ${more[0]} is another.`)
  const encoding = values.encoding?.toLowerCase().replace(/^utf8$/, 'utf-8') ?? 'utf-8'
  return { path, map: mapOf(values.map), encoding, objective: values.objective ?? null, workspace: values.workspace }
}

function mapOf(written: string | undefined): ColumnMap<Field> {
  if (written === undefined) throw new UsageWrong('Which column is what? Say it by --map at=COLUMN,what=COLUMN.')
  try {
    return readMapOf<Field>(written, fields, ['at'])
  } catch (error) {
    throw error instanceof FileRefused ? new UsageWrong(error.message) : error
  }
}

async function bring(
  db: Db,
  workspace: Id,
  rows: ReturnType<typeof csvRowsOf<Field>>,
  usual: string | null,
): Promise<number> {
  const sum = { read: 0, written: 0, known: 0, skipped: 0 }
  for await (const some of rows) {
    for (const row of some) {
      sum.read++
      const became = row.is === 'row' ? await write(db, workspace, row.fields, usual) : { why: row.why }
      if (typeof became === 'string') sum[became]++
      else {
        sum.skipped++
        console.error(`line ${row.line}: skipped, because ${printable(became.why)}`)
      }
    }
  }
  const { read, written, known, skipped } = sum
  console.log(
    `${read} row${read === 1 ? '' : 's'} read: ${written} written down, ${known} known already, ${skipped} skipped.`,
  )
  return read > skipped ? 0 : 1
}

async function write(
  db: Db,
  workspace: Id,
  row: Record<Field, string>,
  usual: string | null,
): Promise<'written' | 'known' | { why: string }> {
  const cell = (field: Field) => row[field].trim() || null
  const at = dateOf(row.at)
  if (at === null) return { why: `"${row.at}" is no date that can be read for sure` }
  const valueCents = centsOf(row.value)
  if (valueCents === undefined) return { why: `"${row.value}" is no amount such as 19.90` }
  return db.in(workspace, async (tx) => {
    const named = cell('objective') ?? (cell('code') === null ? usual : null)
    const [objective, another] = named === null ? [] : await objectivesNamed(tx, named)
    if (named !== null && (!objective || another))
      return { why: `${objective ? 'several objectives begin' : 'no objective begins'} with "${named}"` }
    const mail = cell('mail')
    const told = {
      code: cell('code'),
      what: cell('what'),
      currency: cell('currency')?.toUpperCase() ?? null,
      key: cell('key'),
    }
    const where = { person: mail && (await whoHasMail(tx, mail)), conversation: null, objective: objective?.id ?? null }
    const outcome = { ...told, ...where, valueCents, at, evidence: cell('evidence') ?? '', source: 'csv' as const }
    const became = await writeOutcome(tx, outcome, { by: null, at: new Date() }, newId)
    if (became.is === 'wrong') return { why: became.why }
    return became.fresh ? 'written' : 'known'
  })
}
