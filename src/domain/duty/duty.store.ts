/** Whose turn it is on which day: the statements. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Teammate } from '../teammate/teammate.ts'

/** `weekday`: 1 is Monday, in UTC. */
export type Turn = { weekday: number; teammate: Teammate }

/** Those days on which it is somebody's turn who still works here. */
export const turns = (tx: Tx): Promise<Turn[]> =>
  tx.rows(sql`
    select d.weekday, json_build_object('id', t.id, 'name', t.name, 'role', t.role) as teammate
    from duty d join teammate t on t.id = d.teammate_id and t.left_at is null
    where d.workspace_id = ${tx.workspace} order by d.weekday`)

/** Whose turn it is at a moment; null: nobody's. */
export const onDuty = async (tx: Tx, at: Date): Promise<Teammate | null> => {
  const today = at.getUTCDay() || 7
  return (await turns(tx)).find(({ weekday }) => weekday === today)?.teammate ?? null
}

/** Null: it is nobody's turn on that day any more. */
export const setTurn = (tx: Tx, weekday: number, teammate: Id | null): Promise<number> =>
  teammate === null
    ? tx.run(sql`delete from duty where workspace_id = ${tx.workspace} and weekday = ${weekday}`)
    : tx.run(sql`
        insert into duty (workspace_id, weekday, teammate_id) values (${tx.workspace}, ${weekday}, ${teammate})
        on conflict (workspace_id, weekday) do update set teammate_id = excluded.teammate_id`)
