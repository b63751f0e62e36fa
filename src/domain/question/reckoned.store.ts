/** By when whoever asks is to have a word from us, and how long they waited in the hours of their room. */
import { array, sql, type Tx } from '../../db/db.ts'
import { rowset } from '../../db/rowset.ts'
import type { Id } from '../../lib/ids.ts'

/** When a question was settled: by our word, or because its time was over. In the words of an index. */
export const settledAt = sql`least(answered_at, due_at)`

/** `due`: by when is known already. `answeredAt` null: nobody answered, or how long it took is known. */
export type ToReckon = { id: Id; roomId: Id; at: Date; labels: string[]; due: boolean; answeredAt: Date | null }

/** Those of them that lack something, locked. */
export const toReckon = (tx: Tx, messageIds: readonly Id[]): Promise<ToReckon[]> =>
  tx.rows(sql`
    select a.message_id as id, a.room_id, a.at, m.labels, a.due_at is not null as due,
      case when a.open_minutes is null then a.answered_at end as answered_at
    from asking a join message m on m.id = a.message_id
    where a.workspace_id = ${tx.workspace} and a.message_id = any(${array(messageIds, 'uuid')})
    order by a.message_id for update of a`)

/** `due.at` null: never. What is null is left as it is. */
export type Reckoned = { id: Id; due: { at: Date | null; promised: boolean } | null; openMinutes: number | null }

export function reckon(tx: Tx, reckoned: readonly Reckoned[]): void {
  const rows = reckoned.map(({ id, due, openMinutes }) => ({
    ...{
      id,
      reckons: due !== null,
      due_at: due?.at ?? null,
      promised: due?.promised ?? null,
      open_minutes: openMinutes,
    },
  }))
  tx.send(sql`
    update asking a set
      due_at = case when r.reckons then coalesce(r.due_at, 'infinity') else a.due_at end,
      promised = coalesce(r.promised, a.promised),
      open_minutes = coalesce(r.open_minutes, a.open_minutes)
    from ${rowset('r', { id: 'uuid', reckons: 'boolean', due_at: 'timestamptz', promised: 'boolean', open_minutes: 'double precision' }, rows)}
    where a.workspace_id = ${tx.workspace} and a.message_id = r.id`)
}

/** A room's charter was changed: whoever still waits there and has time is reckoned anew. */
export const reckonAnew = (tx: Tx, room: Id, now: Date): Promise<number> =>
  tx.run(sql`
    update asking set due_at = null
    where workspace_id = ${tx.workspace} and room_id = ${room} and answered_at is null and due_at > ${now}`)

/** Of every workspace, some of one after the other. */
export const allToReckon = (tx: Omit<Tx, 'workspace'>, most: number): Promise<{ workspaceId: Id; messageId: Id }[]> =>
  tx.rows(sql`select workspace_id, message_id from askings_to_reckon(${most})`)
