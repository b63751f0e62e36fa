/** Minutes of care: the statements that change them. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { addCells } from '../return/cell.store.ts'
import { careCell } from './care.ts'

export class CareMissing extends Error {
  override name = 'CareMissing'
  constructor() {
    super('There are no minutes of yours here by that id.')
  }
}

/**
 * Moves a teammate's clock to `at`; whoever beats twice at once waits for the first. Gives the seconds since it was moved last;
 * null: never before.
 */
export async function moveClock(tx: Tx, teammate: Id, at: Date): Promise<number | null> {
  tx.send(sql`
    insert into care_clock (teammate_id, workspace_id, at) values (${teammate}, ${tx.workspace}, 'epoch') on conflict do nothing`)
  const before = await tx.row<{ at: Date }>(sql`
    select at from care_clock where workspace_id = ${tx.workspace} and teammate_id = ${teammate} for update`)
  // A clock that was set back moves nothing: time is not counted twice.
  tx.send(sql`
    update care_clock set at = greatest(at, ${at}) where workspace_id = ${tx.workspace} and teammate_id = ${teammate}`)
  return !before || before.at.getTime() === 0 ? null : (at.getTime() - before.at.getTime()) / 1000
}

export type Spent = {
  id: Id
  teammateId: Id
  conversationId: Id
  day: string
  reading: number
  writing: number
  objectiveId: Id | null
  roomId: Id
  questionId: Id | null
}

/** Adds to the day's row, which serves what it served when it began. */
export async function spend(tx: Tx, it: Spent): Promise<void> {
  const row = await tx.row<{ objectiveId: Id | null; roomId: Id; questionId: Id | null }>(sql`
    insert into care as it (id, workspace_id, teammate_id, conversation_id, day, reading, writing, objective_id, room_id, question_id)
    values (${it.id}, ${tx.workspace}, ${it.teammateId}, ${it.conversationId}, ${it.day}, ${it.reading}, ${it.writing},
      ${it.objectiveId}, ${it.roomId}, ${it.questionId})
    on conflict (teammate_id, conversation_id, day) do update set
      reading = it.reading + excluded.reading, writing = it.writing + excluded.writing
    returning objective_id, room_id, question_id`)
  if (row) addCells(tx, [careCell({ day: it.day, ...row }, it.reading + it.writing)])
}

/** What was spent on a conversation that served no objective then was spent for the first that something came of it for. */
export async function spentFor(tx: Tx, conversation: Id, objective: Id): Promise<void> {
  const rows = await tx.rows<{ day: string; roomId: Id; questionId: Id | null; seconds: number }>(sql`
    update care set objective_id = ${objective}
    where workspace_id = ${tx.workspace} and conversation_id = ${conversation} and objective_id is null
    returning day::text, room_id, question_id, reading + writing + put_right as seconds`)
  addCells(
    tx,
    rows.flatMap(({ seconds, ...it }) => [
      careCell({ ...it, objectiveId: null }, -seconds),
      careCell({ ...it, objectiveId: objective }, seconds),
    ]),
  )
}

/** Puts a day's row of this teammate right, to `seconds`; null: as it was measured. Throws CareMissing. Gives what it was before. */
export async function putRight(tx: Tx, id: Id, { by, seconds }: { by: Id; seconds: number | null }): Promise<void> {
  const row = await tx.row<{
    day: string
    measured: number
    putRight: number
    objectiveId: Id | null
    roomId: Id
    questionId: Id | null
  }>(sql`
    select day::text, reading + writing as measured, put_right, objective_id, room_id, question_id from care
    where workspace_id = ${tx.workspace} and id = ${id} and teammate_id = ${by} for update`)
  if (!row) throw new CareMissing()
  const next = seconds === null ? 0 : seconds - row.measured
  tx.send(sql`update care set put_right = ${next} where workspace_id = ${tx.workspace} and id = ${id}`)
  addCells(tx, [careCell(row, next - row.putRight)])
}
