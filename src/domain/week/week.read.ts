/** What is known of a week, from the reads of each page: its figures are theirs. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { spanWaited } from '../care/waited.read.ts'
import type { Line } from '../care/waited.ts'
import { charters } from '../charter/charter.store.ts'
import { noCharter } from '../charter/charter.ts'
import { askedByRoom } from '../charter/worked.read.ts'
import { counsel, workedOf } from '../charter/worked.ts'
import { points } from '../objective/counted.read.ts'
import { measureOf } from '../objective/measure.ts'
import { objectives } from '../objective/objective.read.ts'
import { endOf, whereWeAre } from '../objective/where.ts'
import { names } from '../voice/voice.read.ts'
import { isHuman } from '../wooing/won.read.ts'
import { type ObjectiveWeek, sundayOf, type Week } from './week.ts'

const DAY_MS = 86_400_000

/** Of the week that begins on a Monday; what stands now, as it stands at `now`. */
export async function weekOf(tx: Tx, monday: string, now: Date): Promise<Week> {
  const sunday = sundayOf(monday)
  const [from, until] = [new Date(monday), endOf(sunday)]
  const before = new Date(from.getTime() - 7 * DAY_MS)
  const [wants, care, people, outcomes, verdicts, questions, voice, storms, waiting, promises, troubles, advice] =
    await Promise.all([
      objectiveWeeks(tx, until),
      spanWaited(tx, 7, new Date(until.getTime() - 1), now),
      peopleIn(tx, from, until),
      outcomesIn(tx, { before, from, until }),
      tx.row<Week['verdicts']>(sql`
      select count(*) filter (where content) as content, count(*) as all from verdict
      where workspace_id = ${tx.workspace} and said_at >= ${from} and said_at < ${until}`),
      questionsIn(tx, { before, from, until }),
      names(tx, {
        before: { from: before.toISOString().slice(0, 10), to: monday },
        now: { from: monday, to: until.toISOString().slice(0, 10) },
      }),
      tx.row<{ n: number }>(sql`
      select count(*) as n from storm where workspace_id = ${tx.workspace} and warned_at >= ${from} and warned_at < ${until}`),
      waitingNow(tx),
      promisesDue(tx, now),
      tx.rows<Week['troubles'][number]>(sql`
      select id, name, trouble ->> 'why' as why from room
      where workspace_id = ${tx.workspace} and jsonb_typeof(trouble) = 'object' and trouble ->> 'needs' <> 'time' and paused_at is null order by name, id`),
      adviceOn(tx, now),
    ])
  return {
    ...{ from: monday, to: sunday, objectives: wants, people, outcomes, questions, waiting, promises, troubles },
    care: { now: care.all, before: care.all.before },
    lateRooms: care.rooms
      .filter(isLate)
      .map(({ key, name, due, inTime }) => ({ id: key, name: name ?? '', due, late: due - inTime })),
    verdicts: verdicts ?? { content: 0, all: 0 },
    voice: voice.filter(({ anothers }) => !anothers),
    storms: storms?.n ?? 0,
    counsel: advice,
  }
}

const isLate = ({ due, inTime }: Line) => due >= 5 && inTime / due < 0.8

/** Those that stand and were wanted by then, as they stood at the week's end. */
async function objectiveWeeks(tx: Tx, until: Date): Promise<ObjectiveWeek[]> {
  const standing = (await objectives(tx)).filter(({ letGo, createdAt }) => letGo === null && createdAt < until)
  return Promise.all(
    standing.map(async (row) => {
      const [now, before] = await points(tx, row, until, 2)
      const value = now?.value ?? null
      return {
        ...{ id: row.id, result: row.result, unit: measureOf(row.measure).unit, target: row.target, due: row.due },
        ...{ value, before: before?.value ?? null, where: whereWeAre(row, value, until).is },
      }
    }),
  )
}

async function peopleIn(tx: Tx, from: Date, until: Date): Promise<Week['people']> {
  const ended = (step: 'won-back' | 'lost') => sql`(
    select count(*) from wooing_step s join wooing w on w.id = s.wooing_id
    where s.workspace_id = ${tx.workspace} and s.step = ${step} and s.at >= ${from} and s.at < ${until} and ${isHuman(tx)})`
  const row = await tx.row<Week['people']>(sql`
    select ${ended('won-back')} as won, ${ended('lost')} as lost, (
        select count(*) from wooing w
        where w.workspace_id = ${tx.workspace} and w.spotted_at >= ${from} and w.spotted_at < ${until} and ${isHuman(tx)}
          and not exists (select from wooing_step s where s.wooing_id = w.id and s.step = 'unneeded')) as spotted,
      (select count(*) from wooing w where w.workspace_id = ${tx.workspace} and w.ended_at is null and ${isHuman(tx)}) as on_the_way`)
  return row ?? { won: 0, lost: 0, spotted: 0, onTheWay: 0 }
}

type Weeks = { before: Date; from: Date; until: Date }

async function outcomesIn(tx: Tx, { before, from, until }: Weeks): Promise<Week['outcomes']> {
  const rows = await tx.rows<{ currency: string; cents: number; n: number; before: number }>(sql`
    select currency, coalesce(sum(value_cents) filter (where at >= ${from}), 0)::bigint as cents,
      count(*) filter (where at >= ${from}) as n, count(*) filter (where at < ${from}) as before
    from outcome where workspace_id = ${tx.workspace} and at >= ${before} and at < ${until} and disputed_at is null and withdrawn_at is null
    group by 1 order by 2 desc, 1`)
  const sum = (of: 'n' | 'before') => rows.reduce((total, it) => total + it[of], 0)
  const values = rows.filter(({ cents }) => cents !== 0).map(({ currency, cents }) => ({ currency, cents }))
  return { n: sum('n'), before: sum('before'), values }
}

const MOST_QUESTIONS = 5

const questionsIn = (tx: Tx, { before, from, until }: Weeks): Promise<Week['questions'][number][]> =>
  tx.rows(sql`
    select q.id, coalesce(q.name, q.wording) as name, a.asked, a.before, exists (select from answer where question_id = q.id) as answered
    from (
      select p.root, count(*) filter (where a.at >= ${from}) as asked, count(*) filter (where a.at < ${from}) as before
      from asking a join question p on p.id = a.question_id
      where a.workspace_id = ${tx.workspace} and a.at >= ${before} and a.at < ${until}
      group by 1 having count(*) filter (where a.at >= ${from}) > 1
      order by 2 desc, 1 limit ${MOST_QUESTIONS}
    ) a join question q on q.id = a.root
    order by a.asked desc, q.id`)

async function waitingNow(tx: Tx): Promise<Week['waiting']> {
  // As the index of the waiting list spells it.
  const since = sql`case when waiting_since is null then 'infinity' else waiting_since end`
  const open = sql`workspace_id = ${tx.workspace} and state = 'open' and (${since}) < 'infinity'`
  const [count, longest] = await Promise.all([
    tx.row<{ n: number }>(sql`select count(*) as n from conversation where ${open}`),
    tx.row<{ conversationId: Id; name: string | null; since: Date }>(sql`
      select c.id as conversation_id, h.name, c.waiting_since as since
      from (select * from conversation where ${open} order by ${since}, id limit 1) c
      left join person p on p.id = c.person_id left join person h on h.id = p.head_id`),
  ])
  return { people: count?.n ?? 0, longest }
}

/** By the end of the week in which `now` is. */
async function promisesDue(tx: Tx, now: Date): Promise<number> {
  const row = await tx.row<{ n: number }>(sql`
    select count(*) as n from moment
    where workspace_id = ${tx.workspace} and kind = 'promise' and settled is null and only_for is null
      and due_day <= date_trunc('week', ${now}::timestamptz at time zone 'UTC')::date + 6
      and (expires_day is null or expires_day > ${now}::timestamptz::date)`)
  return row?.n ?? 0
}

async function adviceOn(tx: Tx, now: Date): Promise<Week['counsel']> {
  const [rooms, known] = await Promise.all([askedByRoom(tx, now), charters(tx)])
  const told = counsel(
    rooms.map(({ id, bowedOutAt, asked }) => ({
      ...{ roomId: id, bowedOut: bowedOutAt !== null, worked: workedOf(asked, known.get(id) ?? noCharter, now) },
    })),
  )
  return told.is === 'stay' ? null : { is: told.is, name: rooms.find(({ id }) => id === told.roomId)?.name ?? '' }
}
