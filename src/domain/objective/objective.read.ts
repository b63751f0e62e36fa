/** Objectives as the screen shows them, and what of the desk serves which, or none. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Teammate } from '../teammate/teammate.ts'
import { columns } from './objective.store.ts'
import type { Objective } from './objective.ts'

export type ObjectiveRow = Objective & { owner: Teammate; serving: number }

/** In the order in which they were made, those that were let go too. */
export const objectives = (tx: Tx): Promise<ObjectiveRow[]> => select(tx, sql``)
export const objective = async (tx: Tx, id: Id): Promise<ObjectiveRow | null> =>
  (await select(tx, sql`and id = ${id}`))[0] ?? null

const select = (tx: Tx, which: ReturnType<typeof sql>) =>
  tx.rows<ObjectiveRow>(sql`
    select ${columns},
      (select json_build_object('id', t.id, 'name', t.name, 'role', t.role) from teammate t where t.id = owner_id) as owner,
      (select count(*) from room where objective_id = objective.id)
        + (select count(*) from listener where objective_id = objective.id)
        + (select count(*) from question where objective_id = objective.id) as serving
    from objective
    where workspace_id = ${tx.workspace} ${which}
    order by created_at, id`)

/** `channel` is of rooms alone. */
export type Serving = { is: 'room' | 'listener' | 'question'; id: Id; name: string; channel: string | null }

/** What serves an objective: rooms, then listeners, then briefs. */
export const servingOf = (tx: Tx, objective: Id, most: number): Promise<Serving[]> =>
  tx.rows(sql`
    select * from (
      select 'room' as is, id, name, channel from room where workspace_id = ${tx.workspace} and objective_id = ${objective}
      union all
      select 'listener', id, name, null from listener where workspace_id = ${tx.workspace} and objective_id = ${objective}
      union all
      select 'question', id, coalesce(name, wording), null from question
      where workspace_id = ${tx.workspace} and objective_id = ${objective} and root = id
    ) serving
    order by array_position(array['room', 'listener', 'question'], serving.is), name, id
    limit ${most}`)

/**
 * What serves no objective, or one that was let go: rooms in which we listen, listeners, and briefs that somebody worked on
 * (an answer is kept or published) and did not let go.
 */
export const servingNone = (tx: Tx, most: number): Promise<Serving[]> =>
  tx.rows(sql`
    with gone as (select id from objective where workspace_id = ${tx.workspace} and let_go_at is not null)
    select * from (
      select 'room' as is, id, name, channel, created_at as at from room
      where workspace_id = ${tx.workspace} and paused_at is null and (objective_id is null or objective_id in (select id from gone))
      union all
      select 'listener', id, name, null, created_at from listener
      where workspace_id = ${tx.workspace} and (objective_id is null or objective_id in (select id from gone))
      union all
      select 'question', q.id, coalesce(q.name, q.wording), null, q.made_at from question q
      where q.workspace_id = ${tx.workspace} and q.root = q.id and q.brief_let_go_at is null
        and (q.objective_id is null or q.objective_id in (select id from gone))
        and (q.published_url is not null or exists (
          select from answer a where a.workspace_id = ${tx.workspace} and a.question_id = q.id))
    ) serving
    order by array_position(array['room', 'listener', 'question'], serving.is), at, id
    limit ${most}`)
