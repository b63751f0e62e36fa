/** Many rows in one statement and one bound value: the quickest way in that row-level security allows (COPY it forbids). */
import { sql, type Tx } from './db.ts'

type Cell = string | number | boolean | null | Date | readonly unknown[] | Readonly<Record<string, unknown>>

/**
 * Inserts rows of one shape; keys are column names. `table` and the keys are ours, never a user's. A unique key that is
 * taken throws, unless `orSkip`; gives how many rows went in.
 */
export async function insert(tx: Tx, table: string, rows: readonly Readonly<Record<string, Cell>>[], { orSkip = false } = {}): Promise<number> {
  const [first] = rows
  if (first === undefined) return 0
  const columns = sql.raw(Object.keys(first).join(', '))
  const target = sql.raw(table)
  const skip = sql.raw(orSkip ? 'on conflict do nothing' : '')
  return tx.run(sql`
    insert into ${target} (${columns})
    select ${columns} from json_populate_recordset(null::${target}, ${JSON.stringify(rows)}::json)
    ${skip}`)
}
