/** Rooms with their health, as people look at them. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Trouble } from './room.ts'

export type RoomRow = {
  id: Id
  name: string
  channel: string
  address: string
  account: { id: string; handle: string } | null
  heardAt: Date | null
  eventAt: Date | null
  trouble: Trouble | null
  quietSince: Date | null
  gaps: { from: string; to: string; why: string }[]
  quota: { left: number; of: number; until: string } | null
  unreadable: number
  unsaid: number
  paused: boolean
  messages: number
  demo: boolean
  objective: Id | null
  createdAt: Date
}

/** Of so many conversations the messages are counted, the newest; nobody reads a larger number, and a large room would pay for it. */
const MOST_COUNTED = 10_000

const select = (tx: Tx, where: ReturnType<typeof sql>) =>
  tx.rows<RoomRow>(sql`
    select r.id, r.name, r.channel, r.address, nullif(r.account, 'null') as account, r.heard_at, r.event_at, r.trouble, r.quiet_since, r.gaps, r.quota, r.unreadable,
      r.paused_at is not null as paused, r.demo, r.objective_id as objective, r.created_at,
      (select count(*) from outbox o where o.workspace_id = r.workspace_id and o.room_id = r.id and o.state in ('refused', 'unknown')) as unsaid,
      (select coalesce(sum(messages), 0)::bigint from (
        select messages from conversation c where c.workspace_id = r.workspace_id and c.room_id = r.id order by last_at desc, id desc limit ${MOST_COUNTED}) counted) as messages
    from room r
    where r.workspace_id = ${tx.workspace} and ${where}
    order by r.created_at, r.id`)

export const rooms = (tx: Tx): Promise<RoomRow[]> => select(tx, sql`true`)
export const roomById = async (tx: Tx, id: Id): Promise<RoomRow | null> =>
  (await select(tx, sql`r.id = ${id}`))[0] ?? null
