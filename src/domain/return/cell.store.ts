/** The sums of the return, kept with every change: what an outcome or a minute adds is added here, and nowhere else. */
import { sql, type Tx } from '../../db/db.ts'
import type { Cell } from './cell.ts'

/** In one order everywhere, so that two who add at once can't block each other. */
export function addCells(tx: Tx, cells: readonly Cell[]): void {
  if (cells.length === 0) return
  const rows = cells.map((it) => ({
    month: it.month,
    objective_id: it.objectiveId,
    room_id: it.roomId,
    question_id: it.questionId,
    currency: it.currency,
    outcomes: it.outcomes,
    first_cents: it.firstCents,
    last_cents: it.lastCents,
    shared_cents: it.sharedCents,
    seconds: it.seconds,
  }))
  tx.send(sql`
    insert into return_cell as it (workspace_id, month, objective_id, room_id, question_id, currency,
      outcomes, first_cents, last_cents, shared_cents, seconds)
    select ${tx.workspace}::uuid, month, objective_id, room_id, question_id, currency,
      sum(outcomes), sum(first_cents), sum(last_cents), sum(shared_cents), sum(seconds)
    from json_populate_recordset(null::return_cell, ${JSON.stringify(rows)}::json)
    group by month, objective_id, room_id, question_id, currency
    order by month, objective_id, room_id, question_id, currency
    on conflict (workspace_id, month, objective_id, room_id, question_id, currency) do update set
      outcomes = it.outcomes + excluded.outcomes, first_cents = it.first_cents + excluded.first_cents,
      last_cents = it.last_cents + excluded.last_cents, shared_cents = it.shared_cents + excluded.shared_cents,
      seconds = it.seconds + excluded.seconds`)
}
