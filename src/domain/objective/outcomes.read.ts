/** Outcomes that were written down for an objective, and count. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Bin, Measured } from './counted.read.ts'

/** By the week in which they came about, counted back from `until`; those before the objective was made are not among them. */
export const outcomesByWeek = (
  tx: Tx,
  { id, createdAt }: Pick<Measured, 'id' | 'createdAt'>,
  until: Date,
): Promise<Bin[]> =>
  tx.rows(sql`
    select floor(extract(epoch from ${until}::timestamptz - at) / 604800)::integer as back, count(*) as n
    from outcome
    where workspace_id = ${tx.workspace} and objective_id = ${id} and disputed_at is null and withdrawn_at is null
      and at > ${createdAt} and at <= ${until}
    group by 1`)
