/** Every change to an outcome goes through `change`: it locks, asks the rule, saves, and keeps the sums of the return. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { storable } from '../../lib/storable.ts'
import { addCells } from '../return/cell.store.ts'
import { negated } from '../return/cell.ts'
import { type Change, cellsOf, counts, type Outcome, type Touch } from './outcome.ts'

export class OutcomeMissing extends Error {
  override name = 'OutcomeMissing'
  constructor() {
    super('There is no outcome here by that id.')
  }
}

/** With the words of ours that led to it. Gives its id: that of the one that stands under this key, where there is one. */
export async function insertOutcome(
  tx: Tx,
  it: Outcome,
  touches: readonly Touch[],
  { by, at }: { by: Id | null; at: Date },
): Promise<{ id: Id; fresh: boolean }> {
  const fresh = await tx.run(sql`
    insert into outcome (id, workspace_id, objective_id, person_id, conversation_id, what, value_cents, currency, at, evidence, source, key, by, written_at)
    values (${it.id}, ${tx.workspace}, ${it.objectiveId}, ${it.personId}, ${it.conversationId}, ${storable(it.what)}, ${it.valueCents},
      ${it.currency}, ${it.at}, ${storable(it.evidence)}, ${it.source}, ${it.key && storable(it.key)}, ${by}, ${at})
    on conflict (workspace_id, key) where key is not null do nothing`)
  if (fresh === 0) {
    const known = await tx.row<{ id: Id }>(sql`
      select id from outcome where workspace_id = ${tx.workspace} and key = ${it.key && storable(it.key)}`)
    return { id: known?.id ?? it.id, fresh: false }
  }
  const rows = touches.map((touch, index) => ({
    n: index + 1,
    at: touch.at,
    conversation_id: touch.conversationId,
    room_id: touch.roomId,
    question_id: touch.questionId,
    by: touch.by,
  }))
  tx.send(sql`
    insert into outcome_touch (outcome_id, workspace_id, n, at, conversation_id, room_id, question_id, by)
    select ${it.id}::uuid, ${tx.workspace}::uuid, n, at, conversation_id, room_id, question_id, by
    from json_populate_recordset(null::outcome_touch, ${JSON.stringify(rows)}::json)`)
  addCells(tx, cellsOf(it, touches))
  return { id: it.id, fresh: true }
}

/** Throws OutcomeMissing. Gives how it stands then, and what happened; null: nothing. */
export async function change(tx: Tx, id: Id, decide: (now: Outcome) => Change): Promise<Change> {
  const row = await tx.row<Row>(sql`
    select id, objective_id, person_id, conversation_id, what, value_cents, currency, at, evidence, source, key,
      disputed_at, disputed_by, disputed_why, withdrawn_at, withdrawn_by
    from outcome where workspace_id = ${tx.workspace} and id = ${id} for update`)
  if (!row) throw new OutcomeMissing()
  const now = fromRow(row)
  const changed = decide(now)
  if (changed.happened === null) return changed
  const { disputed, withdrawn } = changed.next
  tx.send(sql`
    update outcome set value_cents = ${changed.next.valueCents}, currency = ${changed.next.currency}, disputed_at = ${disputed?.at ?? null}, disputed_by = ${disputed?.by ?? null},
      disputed_why = ${disputed && storable(disputed.why)}, withdrawn_at = ${withdrawn?.at ?? null}, withdrawn_by = ${withdrawn?.by ?? null}
    where workspace_id = ${tx.workspace} and id = ${id}`)
  const touches = await touchesOf(tx, id)
  const cells = (it: Outcome) => (counts(it) ? cellsOf(it, touches) : [])
  addCells(tx, [...negated(cells(now)), ...cells(changed.next)])
  return changed
}

const touchesOf = (tx: Tx, outcome: Id): Promise<Pick<Touch, 'roomId' | 'questionId'>[]> =>
  tx.rows(sql`
    select room_id, question_id from outcome_touch
    where workspace_id = ${tx.workspace} and outcome_id = ${outcome} order by n`)

type Row = Omit<Outcome, 'disputed' | 'withdrawn'> & {
  disputedAt: Date | null
  disputedBy: Id | null
  disputedWhy: string | null
  withdrawnAt: Date | null
  withdrawnBy: Id | null
}

function fromRow({ disputedAt, disputedBy, disputedWhy, withdrawnAt, withdrawnBy, ...it }: Row): Outcome {
  return {
    ...it,
    disputed: disputedAt && disputedBy ? { at: disputedAt, by: disputedBy, why: disputedWhy ?? '' } : null,
    withdrawn: withdrawnAt ? { at: withdrawnAt, by: withdrawnBy } : null,
  }
}
