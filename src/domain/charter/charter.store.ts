/** The charters of rooms as they lie in the database. A room without one has none of its parts. */
import { array, json, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { type Charter, noCharter } from './charter.ts'

const columns = sql`room_id, purpose, tone, good, bad, etiquette, never, hours, owner_id, promises`

export const charterOf = async (tx: Tx, room: Id): Promise<Charter> => (await charters(tx)).get(room) ?? noCharter

/** By room, of the whole workspace: rooms are few. */
export async function charters(tx: Tx): Promise<Map<Id, Charter>> {
  const rows = await tx.rows<Charter & { roomId: Id }>(
    sql`select ${columns} from charter where workspace_id = ${tx.workspace}`,
  )
  return new Map(rows.map(({ roomId, ...charter }) => [roomId, charter]))
}

/** In the place of the one before it. */
export const saveCharter = (tx: Tx, room: Id, it: Charter, { by, at }: { by: Id; at: Date }): Promise<number> =>
  tx.run(sql`
    insert into charter (room_id, workspace_id, purpose, tone, good, bad, etiquette, never, hours, owner_id, promises, at, by)
    values (${room}, ${tx.workspace}, ${it.purpose}, ${array(it.tone, 'text')}, ${it.good}, ${it.bad}, ${it.etiquette}, ${it.never},
      ${it.hours && json(it.hours)}, ${it.ownerId}, ${json(it.promises)}, ${at}, ${by})
    on conflict (room_id) do update set
      purpose = excluded.purpose, tone = excluded.tone, good = excluded.good, bad = excluded.bad, etiquette = excluded.etiquette,
      never = excluded.never, hours = excluded.hours, owner_id = excluded.owner_id, promises = excluded.promises, at = excluded.at, by = excluded.by`)
