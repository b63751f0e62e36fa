/** What moved an objective: the newest of what it counts, each with where to look. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { PersonLine } from '../person/person.read.ts'
import { settledAt } from '../question/reckoned.store.ts'
import type { Teammate } from '../teammate/teammate.ts'
import type { Measured } from './counted.read.ts'
import { askedOften, fourWeeksDays } from './measure.ts'

/** Of the questions that were settled in four weeks: how many, of these by a promise of the room, and how many had a word in time. */
type Answered = { asked: number; promised: number; inTime: number }

export type Moved =
  | { is: 'won-back'; at: Date; person: PersonLine; by: Teammate }
  /** Written down for it, and standing. */
  | { is: 'outcome'; at: Date; what: string; person: { id: Id; name: string } | null; conversation: Id | null }
  | { is: 'told'; at: Date; number: number; by: Teammate }
  /** `at`: when it was asked for the last time. */
  | { is: 'unasked'; at: Date; question: { id: Id; name: string; asked: number } }
  | { is: 'verdict'; at: Date; content: boolean; words: string; person: { id: Id; name: string }; conversation: Id }
  | { is: 'room'; room: { id: Id; name: string; channel: string }; lately: Answered; before: Answered }

/** The newest first; rooms by how much is asked there. */
export function moved(tx: Tx, objective: Measured, now: Date, most: number): Promise<Moved[]> {
  switch (objective.measure) {
    case 'answered-in-time':
      return byRoom(tx, now, most)
    case 'won-back':
      return wonBack(tx, objective, most)
    case 'unasked':
      return unasked(tx, objective, now, most)
    case 'told':
      return told(tx, objective, most)
    case 'orders':
    case 'meetings':
    case 'sign-ups':
      return outcomes(tx, objective, now, most)
    case 'satisfaction':
      return verdicts(tx, objective, now, most)
    case 'voice':
      return Promise.resolve([])
  }
}

const teammate = sql`json_build_object('id', t.id, 'name', t.name, 'role', t.role) as by`

const wonBack = (tx: Tx, { createdAt }: Measured, most: number): Promise<Moved[]> =>
  tx.rows(sql`
    select 'won-back' as is, s.at, ${teammate},
      json_build_object('id', h.id, 'name', h.name, 'handle', i.handle, 'avatar', i.avatar) as person
    from (
      select * from wooing_step where workspace_id = ${tx.workspace} and step = 'won-back' and at > ${createdAt} order by at desc limit ${most}
    ) s
    join wooing w on w.id = s.wooing_id
    join person p on p.id = w.person_id join person h on h.id = p.head_id
    join teammate t on t.id = s.by
    left join lateral (select handle, avatar from identity where person_id = h.id order by channel, id limit 1) i on true
    order by s.at desc`)

const outcomes = (tx: Tx, { id, createdAt }: Measured, now: Date, most: number): Promise<Moved[]> =>
  tx.rows(sql`
    select 'outcome' as is, o.at, o.what, o.conversation_id as conversation,
      case when h.id is not null then json_build_object('id', h.id, 'name', h.name) end as person
    from outcome o left join person p on p.id = o.person_id left join person h on h.id = p.head_id
    where o.workspace_id = ${tx.workspace} and o.objective_id = ${id} and o.disputed_at is null and o.withdrawn_at is null
      and o.at > ${createdAt} and o.at <= ${now}
    order by o.at desc, o.id desc limit ${most}`)

/** Said since four weeks before it was made: what its first number counts. */
const verdicts = (tx: Tx, { createdAt }: Measured, now: Date, most: number): Promise<Moved[]> =>
  tx.rows(sql`
    select 'verdict' as is, v.said_at as at, v.content, v.words, v.conversation_id as conversation,
      json_build_object('id', h.id, 'name', h.name) as person
    from verdict v join person p on p.id = v.person_id join person h on h.id = p.head_id
    where v.workspace_id = ${tx.workspace} and v.said_at <= ${now}
      and v.said_at > ${createdAt}::timestamptz - make_interval(days => ${fourWeeksDays})
    order by v.said_at desc, v.id limit ${most}`)

const told = (tx: Tx, { id }: Measured, most: number): Promise<Moved[]> =>
  tx.rows(sql`
    select 'told' as is, n.at, n.number::float8, ${teammate}
    from told_number n join teammate t on t.id = n.by
    where n.workspace_id = ${tx.workspace} and n.objective_id = ${id}
    order by n.at desc limit ${most}`)

const unasked = (tx: Tx, { createdAt }: Measured, now: Date, most: number): Promise<Moved[]> =>
  tx.rows(sql`
    select 'unasked' as is, last_at as at, json_build_object('id', id, 'name', coalesce(name, wording), 'asked', asked) as question
    from question
    where workspace_id = ${tx.workspace} and root = id and asked >= ${askedOften}
      and last_at > ${createdAt}::timestamptz - make_interval(days => ${fourWeeksDays})
      and last_at <= ${now}::timestamptz - make_interval(days => ${fourWeeksDays})
    order by last_at desc, id limit ${most}`)

/** Settled in the last four weeks, and in the four before. */
const byRoom = (tx: Tx, now: Date, most: number): Promise<Moved[]> => {
  const [middle, from] = [1, 2].map((times) => new Date(now.getTime() - times * fourWeeksDays * 86_400_000))
  return tx.rows(sql`
    select 'room' as is, json_build_object('id', r.id, 'name', r.name, 'channel', r.channel) as room,
      json_build_object('asked', a.asked, 'promised', a.promised, 'inTime', a.in_time) as lately,
      json_build_object('asked', a.asked_before, 'promised', a.promised_before, 'inTime', a.in_time_before) as before
    from (
      select room_id, count(*) filter (where lately) as asked, count(*) filter (where lately and promised) as promised,
        count(*) filter (where lately and in_time) as in_time, count(*) filter (where not lately) as asked_before,
        count(*) filter (where not lately and promised) as promised_before, count(*) filter (where not lately and in_time) as in_time_before
      from (
        select room_id, promised, ${settledAt} > ${middle} as lately, answered_at <= due_at as in_time
        from asking
        where workspace_id = ${tx.workspace} and ${settledAt} > ${from} and ${settledAt} <= ${now} and due_at is not null
      ) settled
      group by room_id order by 2 desc limit ${most}
    ) a join room r on r.id = a.room_id
    order by a.asked desc, r.name`)
}
