/** What spotting looks at: who waits, whom something went wrong with, and on how many days. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { LET_DOWN_DAYS } from './spotted.ts'

/** `id`: the conversation in which they wait longest; null: they do not wait. */
export type Candidate = {
  person: { id: Id }
  id: Id | null
  waitingSince: Date | null
  complains: boolean
  letDowns: number
}

/** Of those who wait: so many who have waited longest, and so many who spoke last. */
const MOST_WAITING = 500
const MOST_LET_DOWN = 500

/**
 * Humans who wait, or with whom something went wrong lately, and who are not being wooed. After the end of a path, only what came since counts.
 * A let-down is a day of a hiccup or a broken promise that a teammate wrote down, or of a complaint that waits: a label
 * alone is wrong too often to be held against us for months.
 */
export function candidates(tx: Tx, now: Date): Promise<Candidate[]> {
  const since = new Date(now.getTime() - LET_DOWN_DAYS * 86_400_000)
  return tx.rows(sql`
    with waits as (
      (select id, person_id, waiting_since, last_at from conversation
       where workspace_id = ${tx.workspace} and state = 'open'
         and case when waiting_since is null then 'infinity' else waiting_since end < 'infinity'
       order by case when waiting_since is null then 'infinity' else waiting_since end limit ${MOST_WAITING})
      union
      (select id, person_id, waiting_since, last_at from conversation
       where workspace_id = ${tx.workspace} and state = 'open' and waiting_since is not null
       order by last_at desc, id desc limit ${MOST_WAITING})
    ),
    hurt as (
      select distinct p.head_id as head
      from (
        (select person_id from moment
         where workspace_id = ${tx.workspace} and kind = 'hiccup' and only_for is null and on_day > ${since}::date
         order by on_day desc limit ${MOST_LET_DOWN})
        union all
        (select person_id from moment
         where workspace_id = ${tx.workspace} and kind = 'promise' and only_for is null and settled = 'broken' and settled_at > ${since}
         order by on_day desc limit ${MOST_LET_DOWN})
      ) m join person p on p.id = m.person_id
    ),
    asked as (
      select h.id as head, ended.at as ended_at, each.names
      from (
        select head, array(select id from person where head_id = head) as names
        from (select p.head_id as head from waits join person p on p.id = waits.person_id union select head from hurt) heads
      ) each
      join person h on h.id = each.head
      left join lateral (
        select max(coalesce(ended_at, 'infinity')) as at from wooing where person_id = any(each.names)
      ) ended on true
      where h.kind = 'human' and ended.at is distinct from 'infinity'
    )
    select json_build_object('id', asked.head) as person, near.id, near.waiting_since, coalesce(near.complains, false) as complains, downs.days as let_downs
    from asked
    left join lateral (
      select waits.id, waits.waiting_since, exists (
        select from message m
        where m.conversation_id = waits.id and m.person_id = any(asked.names) and m.at >= waits.waiting_since
          and m.deleted_at is null and 'complaint' = any(m.labels)) as complains
      from waits
      where waits.person_id = any(asked.names) and (asked.ended_at is null or waits.last_at > asked.ended_at)
      order by complains desc, waits.waiting_since limit 1
    ) near on true
    cross join lateral (
      select count(*) as days from (
        select (m.at at time zone 'UTC')::date as day from message m
        where m.conversation_id = near.id and m.person_id = any(asked.names) and m.at >= near.waiting_since and m.deleted_at is null
          and 'complaint' = any(m.labels)
        union
        select m.on_day from moment m
        where m.person_id = any(asked.names) and m.only_for is null and m.on_day > greatest(${since}, asked.ended_at)::date
          and (m.kind = 'hiccup' or (m.kind = 'promise' and m.settled = 'broken'))
      ) each
    ) downs
    where near.id is not null or downs.days > 0
    order by near.waiting_since nulls last, asked.head`)
}
