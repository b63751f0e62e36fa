/** How long who asked us waited for a word, whether they had one in time, and what opened again: from what is counted by the day. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import {
  type Band,
  type Bar,
  bars,
  type Count,
  type Counted,
  type Line,
  lines,
  type Span,
  type SpanDays,
  spanBefore,
  spanOf,
} from './waited.ts'

export type Waited = { span: Span; all: Line; rooms: Line[]; intents: Line[]; bars: Bar[] }

/** Of so many days up to today, beside as many before. */
export const waited = (tx: Tx, days: SpanDays, now: Date): Promise<Waited> => spanWaited(tx, days, now, now)

/** Of so many days up to that of `last`, as it stands `now`. */
export async function spanWaited(tx: Tx, days: SpanDays, last: Date, now: Date): Promise<Waited> {
  const span = spanOf(days, last)
  const [lately, before, each] = await Promise.all([
    counted(tx, span, now),
    counted(tx, spanBefore(span, days), now),
    byDay(tx, span),
  ])
  return { span, ...lines(lately, before), bars: bars(each, span, days) }
}

async function counted(tx: Tx, span: Span, now: Date): Promise<Counted> {
  const [found, waits] = await Promise.all([counts(tx, span, now), bands(tx, span)])
  return { counts: found, bands: waits }
}

/** What is counted of a span, by room and by what was meant, as it stands `now`. */
export const counts = (tx: Tx, span: Span, now: Date): Promise<Count[]> =>
  tx.rows(sql`
    with counted as (
      select room_id, intent, sum(asked)::integer as asked, sum(answered)::integer as answered, sum(promised)::integer as promised,
        sum(in_time)::integer as in_time, sum(closed)::integer as closed, sum(reopened)::integer as reopened
      from waited_day where workspace_id = ${tx.workspace} and day between ${span.from} and ${span.to} group by 1, 2
    ), still as (${pending(tx, span, now)})
    select c.room_id, r.name as room, c.intent, c.asked, c.answered, least(coalesce(s.pending, 0), c.asked - c.answered) as pending,
      greatest(c.promised - coalesce(s.promised, 0), 0) as promised, c.in_time, c.closed, c.reopened
    from counted c join room r on r.id = c.room_id left join still s on s.room_id = c.room_id and s.intent = c.intent`)

/** Whose time is not over: that changes with the clock alone, so that it is counted when it is read, by the index of what is settled. */
const pending = (tx: Tx, { from, to }: Span, now: Date) => sql`
  select a.room_id, a.intent, count(*)::integer as pending, count(*) filter (where a.promised)::integer as promised
  from asking a join person p on p.id = a.person_id and p.kind = 'human'
  where a.workspace_id = ${tx.workspace} and a.answered_at is null and (a.due_at is null or least(a.answered_at, a.due_at) > ${now})
    and a.at >= ${from}::date::timestamp at time zone 'UTC' and a.at < (${to}::date + 1)::timestamp at time zone 'UTC'
  group by 1, 2`

/** How long those waited who had an answer. */
const bands = (tx: Tx, { from, to }: Span): Promise<Band[]> =>
  tx.rows(sql`
    select room_id, intent, band, sum(answers)::integer as answers, min(shortest) as shortest, max(longest) as longest
    from waited_band where workspace_id = ${tx.workspace} and day between ${from} and ${to} group by 1, 2, 3`)

/** Day by day, only those on which somebody asked. */
const byDay = (
  tx: Tx,
  { from, to }: Span,
): Promise<{ day: string; asked: number; answered: number; inTime: number }[]> =>
  tx.rows(sql`
    select day::text, sum(asked)::integer as asked, sum(answered)::integer as answered, sum(in_time)::integer as in_time
    from waited_day where workspace_id = ${tx.workspace} and day between ${from} and ${to} group by 1 order by 1`)
