/** Many rows into one table in one statement: the quickest way in that row-level security allows (COPY it forbids). */
import { sql, type Tx } from './db.ts'
import { type Cell, type Columns, type RowOf, rowset, written } from './rowset.ts'

/** Sends them into `table`, which is ours, never a user's. */
export function insert<const C extends Columns>(tx: Tx, table: string, columns: C, rows: readonly RowOf<C>[]): void {
  const [first] = rows
  if (first === undefined) return
  const names = Object.keys(columns) as (keyof C & string)[]
  // What all rows have in common is written once: in a batch from one room that is half of each row.
  const shared = names.filter((name, index) => index > 0 && rows.every((row) => same(row[name], first[name])))
  const own = names.filter((name) => !shared.includes(name))
  const ownColumns = Object.fromEntries(own.map((name) => [name, columns[name]])) as unknown as C
  const values = [
    ...own.map((name) => sql.raw(name)),
    ...shared.map((name) => sql`${written(first[name], columns[name])}::${sql.raw(columns[name] as string)}`),
  ]
  tx.send(sql`
    insert into ${sql.raw(`${table} (${[...own, ...shared].join(', ')})`)}
    select ${sql.join(values)}
    from ${rowset('own', ownColumns, rows)}`)
}

const same = (a: Cell, b: Cell): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((it, at) => it === b[at]))
