/** The paths of those who need wooing: the statements that change them. */
import { json, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Reason } from './spotted.ts'
import type { Step, Taken } from './wooing.ts'

export type NewWooing = { id: Id; personId: Id; conversationId: Id | null; reason: Reason; at: Date }

/** False: somebody else spotted them at the same moment. */
export const begin = async (tx: Tx, { id, personId, conversationId, reason, at }: NewWooing): Promise<boolean> =>
  (await tx.run(sql`
    insert into wooing (id, workspace_id, person_id, conversation_id, cause, reason, spotted_at)
    values (${id}, ${tx.workspace}, ${personId}, ${conversationId}, ${reason.is}, ${json(reason)}, ${at})
    on conflict (person_id) where ended_at is null do nothing`)) > 0

export class WooingMissing extends Error {
  override name = 'WooingMissing'
  constructor() {
    super('Nobody needs wooing by that id.')
  }
}

export type Standing = { personId: Id; conversationId: Id | null; taken: Taken[] }

/** Locked until the commit, with what teammates said of it. Throws WooingMissing. */
export async function wooingForChange(tx: Tx, id: Id): Promise<Standing> {
  const wooing = await tx.row<{ personId: Id; conversationId: Id | null }>(sql`
    select p.head_id as person_id, w.conversation_id
    from wooing w join person p on p.id = w.person_id
    where w.workspace_id = ${tx.workspace} and w.id = ${id}
    for update of w`)
  if (wooing === null) throw new WooingMissing()
  const taken = await tx.rows<Taken>(sql`
    select step, at, by from wooing_step where workspace_id = ${tx.workspace} and wooing_id = ${id} order by at`)
  return { ...wooing, taken }
}

export const saveStep = (tx: Tx, id: Id, { step, by, at }: { step: Step; by: Id; at: Date }): Promise<number> =>
  tx.run(sql`
    insert into wooing_step (workspace_id, wooing_id, step, at, by) values (${tx.workspace}, ${id}, ${step}, ${at}, ${by})`)

export const dropStep = (tx: Tx, id: Id, step: Step): Promise<number> =>
  tx.run(sql`
    delete from wooing_step where workspace_id = ${tx.workspace} and wooing_id = ${id} and step = ${step}`)

/** Null: it goes on. */
export const saveEnd = (tx: Tx, id: Id, at: Date | null): Promise<number> =>
  tx.run(sql`update wooing set ended_at = ${at} where workspace_id = ${tx.workspace} and id = ${id}`)
