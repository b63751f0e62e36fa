/** Many rows in one statement and two bound values: the quickest way in that row-level security allows (COPY it forbids). */
import { sql, type Tx } from './db.ts'

type Cell = string | number | boolean | null | Date | readonly unknown[] | Readonly<Record<string, unknown>>
type Row = Readonly<Record<string, Cell>>

/** Sends rows of one shape into `table`; keys are column names. `table` and the keys are ours, never a user's. */
export function insert(tx: Tx, table: string, rows: readonly Row[]): void {
  const [first] = rows
  if (first === undefined) return
  const { own, shared } = apart(rows, first)
  const target = sql.raw(table)
  tx.send(sql`
    insert into ${target} (${sql.raw([...own, ...shared].join(', '))})
    select ${sql.raw([...own.map((name) => `own.${name}`), ...shared.map((name) => `shared.${name}`)].join(', '))}
    from json_populate_recordset(null::${target}, ${JSON.stringify(rows.map((row) => pick(row, own)))}::json) as own,
      json_populate_record(null::${target}, ${JSON.stringify(pick(first, shared))}::json) as shared`)
}

/** What all rows have in common is written once: in a batch from one room that is half of each row. */
function apart(rows: readonly Row[], first: Row): { own: string[]; shared: string[] } {
  const { own = [], shared = [] } = Object.groupBy(Object.keys(first), (name) =>
    rows.every((row) => same(row[name], first[name])) ? 'shared' : 'own',
  )
  return { own, shared }
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((it, at) => it === b[at]))

function pick(row: Row, names: readonly string[]): Row {
  const picked: Record<string, Cell> = {}
  for (const name of names) picked[name] = row[name] ?? null
  return picked
}
