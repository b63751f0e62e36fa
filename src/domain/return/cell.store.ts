/** The sums of the return: what an outcome or a minute adds is added here, and nowhere else. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Cell } from './cell.ts'

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
    insert into return_change (workspace_id, month, objective_id, room_id, question_id, currency, ${amounts})
    select ${tx.workspace}::uuid, month, objective_id, room_id, question_id, currency, ${amounts}
    from json_populate_recordset(null::return_change, ${JSON.stringify(rows)}::json)`)
}

const amounts = sql`outcomes, first_cents, last_cents, shared_cents, seconds`

/** Whose sums lack something. */
export const workspacesChanged = (tx: Omit<Tx, 'workspace'>): Promise<{ workspaceId: Id }[]> =>
  tx.rows(sql`select workspace_id from return_changed()`)

/**
 * Folds what was added into the sums. Each sum stands five times: by all that it has in common, and by each of these alone, so that
 * nobody adds up a million to read ten.
 */
export async function foldCells(tx: Tx): Promise<void> {
  tx.send(sql`select pg_advisory_xact_lock(hashtextextended(${tx.workspace}, 5))`)
  await tx.run(sql`
    with added as (delete from return_change where workspace_id = ${tx.workspace} returning *)
    insert into return_cell as it (workspace_id, by, month, objective_id, room_id, question_id, currency, ${amounts})
    select ${tx.workspace}::uuid, case grouping(month, objective_id, room_id, question_id)
        when 0 then 'all' when 11 then 'objective' when 13 then 'room' when 14 then 'question' else 'month' end,
      month, objective_id, room_id, question_id, currency,
      sum(outcomes), sum(first_cents), sum(last_cents), sum(shared_cents), sum(seconds)
    from added
    group by grouping sets ((month, objective_id, room_id, question_id, currency),
      (objective_id, currency), (room_id, currency), (question_id, currency), (month, currency))
    on conflict (workspace_id, by, month, objective_id, room_id, question_id, currency) do update set
      outcomes = it.outcomes + excluded.outcomes, first_cents = it.first_cents + excluded.first_cents,
      last_cents = it.last_cents + excluded.last_cents, shared_cents = it.shared_cents + excluded.shared_cents,
      seconds = it.seconds + excluded.seconds`)
}
