/** When a room spoke lately, and what is known of its silence. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'

const WEEKS = 8
const mostConversations = 1_000
const mostWords = 2_000

/** When others spoke there, in order: at most so many words of its newest conversations, none older than eight weeks. */
export async function spokenIn(tx: Tx, room: Id, now: Date): Promise<Date[]> {
  const since = new Date(now.getTime() - WEEKS * 7 * 86_400_000)
  const rows = await tx.rows<{ at: Date }>(sql`
    select m.at
    from (
      select id from conversation
      where workspace_id = ${tx.workspace} and room_id = ${room} and last_at >= ${since}
      order by last_at desc, id desc
      limit ${mostConversations}) c
    join message m on m.conversation_id = c.id
    where not m.us and m.at between ${since} and ${now}
    order by m.at desc
    limit ${mostWords}`)
  return rows.map(({ at }) => at).toReversed()
}

/** Rooms that are heard: a paused one is silent because we do not listen. */
export const heardRooms = (tx: Tx): Promise<{ id: Id; quietSince: Date | null }[]> =>
  tx.rows(sql`select id, quiet_since from room where workspace_id = ${tx.workspace} and paused_at is null order by id`)

export const saveQuiet = (tx: Tx, room: Id, since: Date | null): Promise<number> =>
  tx.run(sql`update room set quiet_since = ${since} where workspace_id = ${tx.workspace} and id = ${room}`)
