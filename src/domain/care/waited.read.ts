/** How long who asked us waited for a word, whether they had one in time, and what opened again. Reads only, from small records. */
import { sql, type Tx } from '../../db/db.ts'

export const waitedBy = ['all', 'bar', 'room', 'intent'] as const
export type WaitedBy = (typeof waitedBy)[number]
export type EndedBy = Exclude<WaitedBy, 'bar'>

/** After `from`, up to `to`. */
export type Span = { readonly from: Date; readonly to: Date }

/** Days of a bar of the plot, by the days of the span: it has from seven to thirty. */
export const barDays = { 7: 1, 30: 1, 90: 6 } as const
export type SpanDays = keyof typeof barDays

/** `due`: those who were answered or whose time is over; `promised`: of these by the room's promise, the others within 24 hours. */
export type Waited = {
  /** A room, what was meant besides asking, or how many bars back from the span's end. */
  key: string
  name: string | null
  asked: number
  answered: number
  due: number
  promised: number
  inTime: number
  /** In seconds within the hours of their rooms; null: nobody was answered. */
  median: number | null
  ninety: number | null
}

export const intentOf = sql`case when 'complaint' = any(m.labels) then 'complaint' when 'request' = any(m.labels) then 'request' else 'question' end`

/** Of what people asked in a span; what bots, feeds and our own staff asked is left out. Where most is asked comes first. */
export const waited = (tx: Tx, by: WaitedBy, { from, to }: Span, now: Date, days: SpanDays): Promise<Waited[]> => {
  const key = {
    all: sql`'all'`,
    bar: sql`floor(extract(epoch from ${to}::timestamptz - a.at) / ${barDays[days] * 86_400})::integer`,
    room: sql`a.room_id`,
    intent: intentOf,
  }[by]
  return tx.rows(sql`
    select g.key::text as key, r.name, g.asked, g.answered, g.due, g.promised, g.in_time, g.median, g.ninety
    from (
      select ${key} as key, count(*) as asked, count(a.answered_at) as answered,
        count(*) filter (where least(a.answered_at, a.due_at) <= ${now}) as due,
        count(*) filter (where least(a.answered_at, a.due_at) <= ${now} and a.promised) as promised,
        count(*) filter (where a.answered_at <= a.due_at) as in_time,
        percentile_cont(0.5) within group (order by a.open_minutes) * 60 as median,
        percentile_cont(0.9) within group (order by a.open_minutes) * 60 as ninety
      from asking a join person p on p.id = a.person_id
      ${by === 'intent' ? sql`join message m on m.id = a.message_id` : sql``}
      where a.workspace_id = ${tx.workspace} and a.at > ${from} and a.at <= ${to} and p.kind = 'human'
      group by 1
    ) g left join room r on ${by === 'room' ? sql`r.id = g.key` : sql`false`}
    order by g.asked desc, g.key`)
}

export type Ended = { key: string; name: string | null; closed: number; reopened: number }

/** How many talks with people were closed in a span, and how many of these opened again in it. By intent: those that asked something. */
export const ended = (tx: Tx, by: EndedBy, span: Span): Promise<Ended[]> => {
  const key = { all: sql`'all'`, room: sql`c.room_id`, intent: intentOf }[by]
  return tx.rows(sql`
    select g.key::text as key, r.name, g.closed, g.reopened
    from (
      select ${key} as key, count(*) as closed, count(*) filter (where e.reopened_at > e.closed_at) as reopened
      from ${endings(tx, span)} ${by === 'intent' ? lastAsked : sql``}
      group by 1
    ) g left join room r on ${by === 'room' ? sql`r.id = g.key` : sql`false`}`)
}

/** Talks that were closed in a span: `c` the conversation, `e` when it was closed first and opened last, `p` with whom. */
export const endings = (tx: Tx, { from, to }: Span) => sql`
  (
    select conversation_id, min(at) filter (where kind = 'closed') as closed_at, max(at) filter (where kind = 'reopened') as reopened_at
    from happening
    where workspace_id = ${tx.workspace} and kind in ('closed', 'reopened') and at > ${from} and at <= ${to}
    group by 1
  ) e join conversation c on c.id = e.conversation_id and e.closed_at is not null
  join person p on p.id = c.person_id and p.kind = 'human'`

/** `m`: what was asked last in the conversation `c`. */
export const lastAsked = sql`
  join lateral (
    select said.labels from asking a join message said on said.id = a.message_id
    where a.conversation_id = c.id order by a.at desc, a.message_id desc limit 1
  ) m on true`
