/** Who came back and who was lost, by the month in which they were spotted; and what came of those who came back. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { PersonLine } from '../person/person.read.ts'
import type { Cause, Reason } from './spotted.ts'

export const fates = ['won-back', 'lost', 'on-the-way'] as const
export type Fate = (typeof fates)[number]

/** Of those who were spotted in a month (`2026-06`, in UTC) for a cause. */
export type Rate = { month: string; cause: Cause; wonBack: number; lost: number; onTheWay: number }

const MONTHS = 12

/** The first of the twelve months that are told of, of which the last is that of `now`. */
export const firstMonth = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (MONTHS - 1), 1))

/** The newest month first. What needed no wooing is not counted, nor what colleagues, bots and feeds went through. */
export const rates = (tx: Tx, now: Date): Promise<Rate[]> =>
  tx.rows(sql`
    select ${month} as month, cause, count(*) filter (where fate = 'won-back') as won_back,
      count(*) filter (where fate = 'lost') as lost, count(*) filter (where fate = 'on-the-way') as on_the_way
    from ${wooed(tx, now)} group by 1, 2 order by 1 desc, 2`)

export type After = {
  /** Half of those who were won back were so within so many days of being spotted, nine of ten within the second; null: nobody was. */
  days: { median: number; ninety: number } | null
  /** Of those who were won back, the last five hundred: how many spoke to us again since, and what came of talking with them and stands. */
  people: number
  spokeAgain: number
  outcomes: number
  values: { currency: string; cents: number }[]
}

/** Of so many who were won back it is looked what came of them, the last. */
const MOST_FOLLOWED = 500

export async function afterwards(tx: Tx, now: Date): Promise<After> {
  const row = await tx.row<Omit<After, 'days'> & { median: number | null; ninety: number }>(sql`
    with won as materialized (select * from ${wooed(tx, now)} where fate = 'won-back'),
    followed as materialized (
      select p.head_id, min(w.until) as at
      from (select * from won order by until desc limit ${MOST_FOLLOWED}) w join person p on p.id = w.person_id
      group by 1
    ),
    outcomes as (
      select o.currency, sum(o.value_cents)::bigint as cents, count(*) as outcomes
      from followed f join person each on each.head_id = f.head_id join outcome o on o.person_id = each.id
      where o.workspace_id = ${tx.workspace} and o.at > f.at and o.at <= ${now} and o.disputed_at is null and o.withdrawn_at is null
      group by 1
    )
    select days.median, days.ninety, (select count(*) from followed) as people, (
        select count(*) from followed f where exists (
          select from person each join message m on m.person_id = each.id
          where each.head_id = f.head_id and m.at > f.at and not m.us and m.deleted_at is null)) as spoke_again,
      (select coalesce(sum(outcomes), 0)::bigint from outcomes) as outcomes,
      (select coalesce(json_agg(json_build_object('currency', currency, 'cents', cents) order by cents desc, currency), '[]') from outcomes) as values
    from (
      select percentile_cont(0.5) within group (order by days) as median, percentile_cont(0.9) within group (order by days) as ninety
      from (select extract(epoch from until - spotted_at)::float8 / 86400 as days from won) each
    ) days`)
  if (row === null) throw new Error('an aggregate gives a row')
  const { median, ninety, ...rest } = row
  return { ...rest, days: median === null ? null : { median, ninety } }
}

export type WonRow = {
  id: Id
  person: PersonLine
  reason: Reason
  spottedAt: Date
  /** When they were won back or lost. */
  until: Date | null
  conversationId: Id | null
}

/** Who is behind one number, the newest first. Null: of every month, of every cause. */
export const behindRate = (
  tx: Tx,
  { fate, month: of, cause }: { fate: Fate; month: string | null; cause: Cause | null },
  now: Date,
  most: number,
): Promise<WonRow[]> =>
  tx.rows(sql`
    select w.id, json_build_object('id', h.id, 'name', h.name, 'handle', i.handle, 'avatar', i.avatar) as person,
      w.reason, w.spotted_at, w.until, w.conversation_id
    from (
      select * from ${wooed(tx, now)}
      where fate = ${fate} and (${of}::text is null or ${month} = ${of}) and (${cause}::text is null or cause = ${cause})
      order by spotted_at desc, id limit ${most}
    ) w
    join person p on p.id = w.person_id join person h on h.id = p.head_id
    left join lateral (select handle, avatar from identity where person_id = h.id order by channel, id limit 1) i on true
    order by w.spotted_at desc, w.id`)

const month = sql`to_char(spotted_at at time zone 'UTC', 'YYYY-MM')`

/** Each path of the twelve months with its fate, but those that needed no wooing. */
const wooed = (tx: Tx, now: Date) => sql`(
  select w.id, w.person_id, w.cause, w.reason, w.spotted_at, w.conversation_id, s.at as until, coalesce(s.step, 'on-the-way') as fate
  from wooing w left join wooing_step s on s.wooing_id = w.id and s.step in ('won-back', 'lost', 'unneeded')
  where w.workspace_id = ${tx.workspace} and w.spotted_at >= ${firstMonth(now)} and w.spotted_at <= ${now}
    and s.step is distinct from 'unneeded' and (s.step is not null or w.ended_at is null) and ${isHuman(tx)}) wooed`

/** `w` is nobody's who is no human, under whichever name. They are few: they are asked for once. */
export const isHuman = (tx: Tx) => sql`
  w.person_id <> all(array(
    select named.id from person apart join person named on named.head_id = apart.id
    where apart.workspace_id = ${tx.workspace} and apart.kind <> 'human'))`
