/** What an objective's measure stands at, week by week, from records that are small however long the past. Reads only. */
import { array, sql, type Tx } from '../../db/db.ts'
import { settledAt } from '../question/reckoned.store.ts'
import { askedOften, fourWeeksDays } from './measure.ts'
import type { Objective } from './objective.ts'
import { outcomesByWeek } from './outcomes.read.ts'
import { weeksBack } from './where.ts'

/** `value` null: nothing was counted or told by then. */
export type Point = { at: Date; value: number | null }
export type Measured = Pick<Objective, 'id' | 'measure' | 'baseline' | 'due' | 'createdAt'>

/** How often something came about in each week, counted back from a moment: 0 is the week before it. */
export type Bin = { back: number; n: number }

/** The newest first: where it stands now (or stood on its last day), and at every week before; at most `most`. */
export async function points(tx: Tx, objective: Measured, now: Date, most: number): Promise<Point[]> {
  const moments = weeksBack(objective, now, most)
  const values = await valuesAt(tx, objective, moments)
  return moments.map((at, back) => ({ at, value: values[back] ?? null }))
}

function valuesAt(tx: Tx, objective: Measured, moments: readonly Date[]): Promise<(number | null)[]> {
  const until = moments[0] ?? objective.createdAt
  const grown = async (bins: Promise<Bin[]>) => growing(objective.baseline, await bins, moments.length)
  switch (objective.measure) {
    case 'answered-in-time':
      return answeredInTime(tx, until, moments.length)
    case 'won-back':
      return grown(wonBack(tx, objective.createdAt, until))
    case 'unasked':
      return grown(unasked(tx, objective.createdAt, until))
    case 'told':
      return told(tx, objective, moments)
    case 'orders':
    case 'meetings':
    case 'sign-ups':
      return grown(outcomesByWeek(tx, objective, until))
    case 'voice':
      return shareOfVoice(tx, moments)
    case 'satisfaction':
      return satisfaction(tx, until, moments.length)
  }
}

/** What only becomes more: the baseline, and all that came about by each moment. */
function growing(baseline: number, bins: readonly Bin[], many: number): number[] {
  return Array.from(
    { length: many },
    (_, back) => baseline + bins.reduce((sum, bin) => (bin.back >= back ? sum + bin.n : sum), 0),
  )
}

/** The beginning of the week in which a moment lies, of weeks that end at `until`: its last moment is the week's own. */
const weekOf = (at: ReturnType<typeof sql>, until: Date) =>
  sql`date_bin('7 days', ${at} - interval '1 microsecond', ${until}::timestamptz)`
const backTo = (until: Date) => sql`(extract(epoch from ${until}::timestamptz - week) / 604800)::integer - 1`

/**
 * Of the questions that were settled in the four weeks before each moment, the share with a word of ours in time, in percent.
 * An answer settles a question, or the end of its time: what a week was found to be, it stays.
 */
async function answeredInTime(tx: Tx, until: Date, many: number): Promise<(number | null)[]> {
  const from = new Date(until.getTime() - (many - 1) * 7 * DAY_MS - fourWeeksDays * DAY_MS)
  const rows = await tx.rows<{ back: number; all: number; part: number }>(sql`
    select ${backTo(until)} as back, asked as all, in_time as part
    from (
      select ${weekOf(settledAt, until)} as week, count(*) as asked, count(*) filter (where answered_at <= due_at) as in_time
      from asking
      where workspace_id = ${tx.workspace} and ${settledAt} > ${from} and ${settledAt} <= ${until} and due_at is not null
      group by 1
    ) weeks`)
  return shares(rows, many)
}

/** Of those who said in the four weeks before each moment whether they were content, the share that was, in percent. */
async function satisfaction(tx: Tx, until: Date, many: number): Promise<(number | null)[]> {
  const from = new Date(until.getTime() - (many - 1) * 7 * DAY_MS - fourWeeksDays * DAY_MS)
  const rows = await tx.rows<{ back: number; all: number; part: number }>(sql`
    select ${backTo(until)} as back, said as all, content as part
    from (
      select ${weekOf(sql`said_at`, until)} as week, count(*) as said, count(*) filter (where content) as content
      from verdict where workspace_id = ${tx.workspace} and said_at > ${from} and said_at <= ${until}
      group by 1
    ) weeks`)
  return shares(rows, many)
}

/** Of what came about in the four weeks before each moment, the part, in percent; null: nothing came about. */
const shares = (weeks: readonly { back: number; all: number; part: number }[], many: number): (number | null)[] =>
  Array.from({ length: many }, (_, back) => {
    const four = weeks.filter((week) => week.back >= back && week.back < back + fourWeeksDays / 7)
    const all = four.reduce((sum, week) => sum + week.all, 0)
    return all === 0 ? null : (100 * four.reduce((sum, week) => sum + week.part, 0)) / all
  })

const DAY_MS = 86_400_000
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/**
 * Of what was said untagged of us and of the others we named, in the 28 days up to each moment's own, the share that spoke
 * of us, in percent. Null where nothing was said, and where no other is named.
 */
async function shareOfVoice(tx: Tx, moments: readonly Date[]): Promise<(number | null)[]> {
  const days = moments.map((at) => ({ after: dayOf(at.getTime() - fourWeeksDays * DAY_MS), to: dayOf(at.getTime()) }))
  const [newest, oldest] = [days[0], days.at(-1)]
  if (!newest || !oldest) return []
  const rows = await tx.rows<{ day: string; ours: number; all: number }>(sql`
    select v.day::text, coalesce(sum(v.said) filter (where not l.anothers), 0) as ours, sum(v.said) as all
    from voice_day v join listener l on l.id = v.listener_id
    where v.workspace_id = ${tx.workspace} and v.topic = '' and v.day > ${oldest.after}::date and v.day <= ${newest.to}::date
      and exists (select from listener other where other.workspace_id = ${tx.workspace} and other.anothers)
    group by v.day`)
  return days.map(({ after, to }) => {
    const said = rows.filter(({ day }) => day > after && day <= to)
    const all = said.reduce((sum, day) => sum + day.all, 0)
    return all === 0 ? null : (100 * said.reduce((sum, day) => sum + day.ours, 0)) / all
  })
}

const wonBack = (tx: Tx, since: Date, until: Date): Promise<Bin[]> =>
  tx.rows(sql`
    select ${backTo(until)} as back, n
    from (
      select ${weekOf(sql`at`, until)} as week, count(*) as n
      from wooing_step
      where workspace_id = ${tx.workspace} and step = 'won-back' and at > ${since} and at <= ${until}
      group by 1
    ) weeks`)

/** A question has stopped four weeks after it was asked last. */
const unasked = (tx: Tx, since: Date, until: Date): Promise<Bin[]> =>
  tx.rows(sql`
    select ${backTo(until)} as back, n
    from (
      select ${weekOf(sql`last_at + make_interval(days => ${fourWeeksDays})`, until)} as week, count(*) as n
      from question
      where workspace_id = ${tx.workspace} and root = id and asked >= ${askedOften}
        and last_at > ${since}::timestamptz - make_interval(days => ${fourWeeksDays})
        and last_at <= ${until}::timestamptz - make_interval(days => ${fourWeeksDays})
      group by 1
    ) weeks`)

const told = async (tx: Tx, { id }: Measured, moments: readonly Date[]): Promise<(number | null)[]> =>
  (
    await tx.rows<{ number: number | null }>(sql`
      select last.number::float8
      from unnest(${array(moments, 'timestamptz')}) with ordinality as moment (at, place)
      left join lateral (
        select number from told_number where objective_id = ${id} and at <= moment.at order by at desc limit 1
      ) last on true
      order by place`)
  ).map(({ number }) => number)
