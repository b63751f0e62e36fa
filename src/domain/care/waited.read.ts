/** How long who asked us waited for a word, whether they had one, and what opened again. Reads only, from small records. */
import { sql, type Tx } from '../../db/db.ts'

export const waitedBy = ['week', 'room', 'intent'] as const
export type WaitedBy = (typeof waitedBy)[number]

/** In seconds; null: nobody was answered. `key`: a week's Monday in UTC, a room, or what was meant besides asking. */
export type Waited = {
  key: string
  name: string | null
  asked: number
  answered: number
  inADay: number
  median: number | null
  ninety: number | null
}

/**
 * Of what people asked between two moments; what bots, feeds and our own staff asked is left out. Weeks in their order, else where
 * most is asked first. Hours are plain ones, by night and on holidays too.
 */
export const waited = (tx: Tx, by: WaitedBy, { from, to }: { from: Date; to: Date }): Promise<Waited[]> => {
  const { key, name, joins, names, order } = shapes[by]
  return tx.rows(sql`
    select g.key::text as key, ${name} as name, g.asked, g.answered, g.in_a_day, g.median, g.ninety
    from (
      select ${key} as key, count(*) as asked, count(a.answered_at) as answered,
        count(*) filter (where a.answered_at <= a.at + interval '1 day') as in_a_day,
        percentile_cont(0.5) within group (order by extract(epoch from a.answered_at - a.at)::float8) as median,
        percentile_cont(0.9) within group (order by extract(epoch from a.answered_at - a.at)::float8) as ninety
      from asking a join person p on p.id = a.person_id ${joins}
      where a.workspace_id = ${tx.workspace} and a.at > ${from} and a.at <= ${to} and p.kind = 'human'
      group by 1
    ) g ${names}
    order by ${order}`)
}

/** How many conversations were closed between two moments, and how many opened again. */
export const reopened = async (
  tx: Tx,
  { from, to }: { from: Date; to: Date },
): Promise<{ closed: number; reopened: number }> =>
  (await tx.row(sql`
    select count(distinct conversation_id) filter (where kind = 'closed') as closed,
      count(distinct conversation_id) filter (where kind = 'reopened') as reopened
    from happening
    where workspace_id = ${tx.workspace} and kind in ('closed', 'reopened') and at > ${from} and at <= ${to}`)) ?? {
    closed: 0,
    reopened: 0,
  }

const shapes = {
  week: {
    key: sql`date_trunc('week', a.at at time zone 'utc')::date`,
    name: sql`null`,
    joins: sql``,
    names: sql``,
    order: sql`g.key`,
  },
  room: {
    key: sql`a.room_id`,
    name: sql`r.name`,
    joins: sql``,
    names: sql`left join room r on r.id = g.key`,
    order: sql`g.asked desc, g.key`,
  },
  intent: {
    key: sql`case when 'complaint' = any(m.labels) then 'complaint' when 'request' = any(m.labels) then 'request' else 'question' end`,
    name: sql`null`,
    joins: sql`join message m on m.id = a.message_id`,
    names: sql``,
    order: sql`g.asked desc, g.key`,
  },
}
