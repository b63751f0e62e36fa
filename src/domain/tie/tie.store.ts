/** The ties of a workspace. Who changes how many somebody holds locks that teammate first. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Closeness, Tie } from './tie.ts'

/** Locks the teammate until the commit; false: nobody by that id works here now, or they are a guest. */
export const lockTeammate = async (tx: Tx, teammate: Id): Promise<boolean> =>
  (await tx.row(sql`
    select from teammate where workspace_id = ${tx.workspace} and id = ${teammate} and role <> 'guest' and left_at is null for update`)) !==
  null

/** How many humans a teammate holds: two names of one count once, and staff, bots and feeds not at all. */
export async function heldBy(tx: Tx, teammate: Id): Promise<number> {
  const row = await tx.row<{ held: number }>(sql`
    select count(distinct h.id) as held
    from tie t join person p on p.id = t.person_id join person h on h.id = p.head_id
    where t.workspace_id = ${tx.workspace} and t.teammate_id = ${teammate} and h.kind = 'human'`)
  return row?.held ?? 0
}

export type HeldTie = Tie & { personId: Id; headId: Id }

/** With these people, or with all: null. */
export const tiesOf = (tx: Tx, teammate: Id, people: readonly Id[] | null): Promise<HeldTie[]> =>
  tx.rows(sql`
    select t.person_id, p.head_id, t.closeness, t.every_days, t.since
    from tie t join person p on p.id = t.person_id
    where t.workspace_id = ${tx.workspace} and t.teammate_id = ${teammate}
      ${people === null ? sql`` : sql`and t.person_id = any(${array(people, 'uuid')})`}
    order by t.since, t.person_id`)

/** Writes a tie; one that stands keeps its `since`. */
export const saveTie = (
  tx: Tx,
  it: { teammate: Id; person: Id; closeness: Closeness; everyDays: number | null; since: Date },
): Promise<number> =>
  tx.run(sql`
    insert into tie (workspace_id, teammate_id, person_id, closeness, every_days, since)
    values (${tx.workspace}, ${it.teammate}, ${it.person}, ${it.closeness}, ${it.everyDays}, ${it.since})
    on conflict (teammate_id, person_id) do update set closeness = excluded.closeness, every_days = excluded.every_days`)

/** Gives how many went. */
export const dropTies = (tx: Tx, teammate: Id, people: readonly Id[]): Promise<number> =>
  tx.run(sql`
    delete from tie where workspace_id = ${tx.workspace} and teammate_id = ${teammate} and person_id = any(${array(people, 'uuid')})`)
