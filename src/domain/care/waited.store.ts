/** Days on which people waited for a word, counted anew where something of them changed. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'

/** Of every workspace, some of one after the other; the newest first. */
export const daysDue = (tx: Omit<Tx, 'workspace'>, most: number): Promise<{ workspaceId: Id; day: string }[]> =>
  tx.rows(sql`select workspace_id, day::text from waited_days_due(${most})`)

/** Counts these days anew, if nobody did meanwhile. What bots, feeds and our own staff asked is left out. */
export async function countDays(tx: Tx, days: readonly string[]): Promise<void> {
  tx.send(sql`select pg_advisory_xact_lock(hashtextextended(${tx.workspace}, 4))`)
  const due = await tx.rows<{ day: string }>(sql`
    with due as (delete from waited_due where workspace_id = ${tx.workspace} and day = any(${array(days, 'date')}) returning day)
    select distinct day::text from due`)
  if (due.length === 0) return
  const them = array(
    due.map(({ day }) => day),
    'date',
  )
  const asked = sql`
    unnest(${them}) as day
    join asking a on a.workspace_id = ${tx.workspace}
      and a.at >= day::timestamp at time zone 'UTC' and a.at < (day + 1)::timestamp at time zone 'UTC'
    join person p on p.id = a.person_id and p.kind = 'human'`
  for (const counted of [sql`waited_day`, sql`waited_band`])
    tx.send(sql`delete from ${counted} where workspace_id = ${tx.workspace} and day = any(${them})`)
  tx.send(sql`
    insert into waited_day (workspace_id, day, room_id, intent, asked, answered, promised, in_time, closed, reopened)
    select ${tx.workspace}::uuid, day, room_id, intent, sum(asked), sum(answered), sum(promised), sum(in_time), sum(closed), sum(reopened)
    from (
      select day, a.room_id, a.intent, count(*) as asked, count(a.answered_at) as answered, count(*) filter (where a.promised) as promised,
        count(*) filter (where a.answered_at <= a.due_at) as in_time, 0 as closed, 0 as reopened
      from ${asked} group by 1, 2, 3
      union all
      select day, e.room_id, e.intent, 0, 0, 0, 0, count(*), count(e.reopened_at)
      from unnest(${them}) as day cross join lateral (${endsOf(tx, sql`day`)}) e group by 1, 2, 3
    ) counted group by 2, 3, 4`)
  await tx.run(sql`
    insert into waited_band (workspace_id, day, room_id, intent, band, answers, shortest, longest)
    select ${tx.workspace}::uuid, day, a.room_id, a.intent, ${band}, count(*), min(a.open_minutes), max(a.open_minutes)
    from ${asked} where a.open_minutes is not null group by 2, 3, 4, 5`)
}

/** Eight from a length to its double, so that a band's longest is at most nine in a hundred longer than its shortest. */
const band = sql`floor(8 * ln(greatest(a.open_minutes, 0.1)) / ln(2.0::double precision))::smallint`

/**
 * Conversations with people that were closed on a day: when first, when it was opened again since (null: it was not), and what had
 * been asked in it last.
 */
export const endsOf = (tx: Tx, day: ReturnType<typeof sql>) => sql`
  select c.id, c.room_id, c.person_id, e.closed_at, o.at as reopened_at, a.intent
  from (
    select conversation_id, min(at) as closed_at from happening
    where workspace_id = ${tx.workspace} and kind = 'closed'
      and at >= ${day}::timestamp at time zone 'UTC' and at < (${day} + 1)::timestamp at time zone 'UTC'
    group by 1
  ) e
  join conversation c on c.id = e.conversation_id join person p on p.id = c.person_id and p.kind = 'human'
  left join lateral (
    select at from happening where conversation_id = c.id and kind = 'reopened' and at > e.closed_at order by at limit 1
  ) o on true
  left join lateral (
    select intent from asking where conversation_id = c.id and at <= e.closed_at order by at desc, message_id desc limit 1
  ) a on true`
