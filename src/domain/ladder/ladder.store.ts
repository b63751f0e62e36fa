/** Rungs of the ladder, and what is known of somebody's conduct: the statements. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { storable } from '../../lib/storable.ts'
import type { PersonLine } from '../person/person.read.ts'
import type { Teammate } from '../teammate/teammate.ts'
import type { Conduct } from './apart.ts'
import { onChannel, type Rung } from './ladder.ts'

export type NewRung = { id: Id; personId: Id; rung: Rung; reason: string; untilDay: string; by: Id; at: Date }

export const insertRung = (tx: Tx, it: NewRung): Promise<number> =>
  tx.run(sql`
    insert into rung (id, workspace_id, person_id, rung, reason, until_day, at, by)
    values (${it.id}, ${tx.workspace}, ${it.personId}, ${it.rung}, ${storable(it.reason)}, ${it.untilDay}, ${it.at}, ${it.by})`)

/** Null sets it again. Gives whose it is; null: there is none by that id. */
export const saveLifted = (tx: Tx, id: Id, lifted: { by: Id; at: Date } | null): Promise<{ personId: Id } | null> =>
  tx.row(sql`
    update rung set lifted_at = ${lifted?.at ?? null}, lifted_by = ${lifted?.by ?? null}
    where workspace_id = ${tx.workspace} and id = ${id} returning person_id`)

export type RungRow = {
  id: Id
  rung: Rung
  reason: string
  untilDay: string
  at: Date
  by: Teammate
  liftedAt: Date | null
}

const columns = sql`
  r.id, r.rung, r.reason, r.until_day::text, r.at, r.lifted_at, json_build_object('id', t.id, 'name', t.name, 'role', t.role) as by`

/** Of one human, the newest first. */
export const rungsOf = (tx: Tx, people: readonly Id[]): Promise<RungRow[]> =>
  tx.rows(sql`
    select ${columns} from rung r join teammate t on t.id = r.by
    where r.workspace_id = ${tx.workspace} and r.person_id = any(${array(people, 'uuid')})
    order by r.at desc, r.id desc`)

const MOST = 200

/**
 * Everybody who stands on a rung today, or whose rung has ended and is to be undone on its channel: of each human the newest,
 * whose end comes first, first.
 */
export const onTheLadder = (tx: Tx, today: string): Promise<(RungRow & { person: PersonLine })[]> =>
  tx.rows(sql`
    select * from (
      select distinct on (h.id) ${columns}, json_build_object('id', h.id, 'name', h.name, 'handle', i.handle, 'avatar', i.avatar) as person
      from rung r join teammate t on t.id = r.by
      join person p on p.id = r.person_id join person h on h.id = p.head_id
      left join lateral (select handle, avatar from identity where person_id = h.id order by channel, id limit 1) i on true
      where r.workspace_id = ${tx.workspace} and r.lifted_at is null
        and (r.until_day >= ${today}::date or r.rung = any(${array(onChannel, 'text')}))
      order by h.id, r.at desc, r.id desc
    ) standing
    order by until_day, id limit ${MOST}`)

const DAYS = 90

/** Over the last 90 days. */
export async function conductOf(tx: Tx, people: readonly Id[], now: Date): Promise<Conduct> {
  const since = new Date(now.getTime() - DAYS * 86_400_000)
  const all = array(people, 'uuid')
  const found = await tx.row<Conduct>(sql`
    select said.*, kept.*
    from (
      select count(*) filter (where cross_word and abuse and to_people) as at_people,
        count(*) filter (where cross_word and abuse and not to_people) as at_us,
        count(distinct day) filter (where cross_word) as cross_days, count(*) filter (where not cross_word) as other_words
      from (
        select (m.at at time zone 'UTC')::date as day, m.labels && '{complaint,abuse}' as cross_word, 'abuse' = any(m.labels) as abuse,
          exists (
            select from message to_whom
            where to_whom.workspace_id = m.workspace_id and to_whom.room_id = m.room_id and to_whom.external_id = m.parent_external_id
              and not to_whom.us and to_whom.person_id <> all(${all})) as to_people
        from message m
        where m.person_id = any(${all}) and m.at > ${since} and not m.us and m.deleted_at is null
      ) each
    ) said,
    (
      select count(distinct on_day) filter (where kind = 'hiccup' or (kind = 'promise' and settled = 'broken')) as wrongs,
        count(*) filter (where kind = 'order') as orders
      from moment
      where workspace_id = ${tx.workspace} and person_id = any(${all}) and only_for is null and on_day > ${since}::date
    ) kept`)
  return found as Conduct
}
