/** What teammates said although it was advised against: by it a warning learns where it is of no use. */
import { sql, type Tx } from '../../db/db.ts'
import { insert } from '../../db/insert.ts'
import type { Id } from '../../lib/ids.ts'
import type { Kind } from './warnings/kinds.ts'

export type Overruling = { readonly is: Kind; readonly about: string }

export function saveOverrulings(
  tx: Tx,
  overruled: readonly Overruling[],
  said: { replyId: Id; roomId: Id; by: Id; at: Date },
): void {
  const rows = new Map(overruled.map((it) => [`${it.is} ${it.about}`, it]))
  insert(
    tx,
    'overruling',
    {
      workspace_id: 'uuid',
      room_id: 'uuid',
      reply_id: 'uuid',
      warning: 'text',
      about: 'text',
      at: 'timestamptz',
      by: 'uuid',
    },
    [...rows.values()].map(({ is, about }) => ({
      workspace_id: tx.workspace,
      room_id: said.roomId,
      reply_id: said.replyId,
      warning: is,
      about,
      at: said.at,
      by: said.by,
    })),
  )
}

export type OverruledRow = { warning: Kind; about: string; times: number; lastAt: Date }

/** In a room, the last first. */
export const overruledIn = (tx: Tx, room: Id): Promise<OverruledRow[]> =>
  tx.rows(sql`
    select warning, about, count(*) as times, max(at) as last_at
    from overruling
    where workspace_id = ${tx.workspace} and room_id = ${room}
    group by warning, about
    order by max(at) desc, warning, about`)

/** From now on it speaks up again. `only`: this one; else all of the room. Gives how many overrulings went. */
export const forgetOverrulings = (tx: Tx, room: Id, only: Overruling | null): Promise<number> =>
  tx.run(sql`
    delete from overruling
    where workspace_id = ${tx.workspace} and room_id = ${room}
      ${only ? sql`and warning = ${only.is} and about = ${only.about}` : sql``}`)
