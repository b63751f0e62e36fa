/** Outcomes as the screens show them: a page of them with what led there, what closing offers, and where we ask again. Reads only. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { PersonLine } from '../person/person.read.ts'
import type { Teammate } from '../teammate/teammate.ts'
import type { Source } from './outcome.ts'

export type OutcomeRow = {
  id: Id
  objective: { id: Id; result: string }
  person: PersonLine | null
  conversationId: Id | null
  what: string
  valueCents: number
  currency: string
  at: Date
  evidence: string
  source: Source
  by: Teammate | null
  disputed: { at: string; by: Teammate; why: string } | null
  withdrawn: { at: string; by: Teammate | null } | null
  touches: TouchRow[]
}

/** `room` null: it was left since. */
export type TouchRow = {
  at: string
  conversationId: Id | null
  room: { id: Id; name: string } | null
  question: { id: Id; name: string } | null
  by: Teammate | null
}

/** What stands: all but the withdrawn; `counts`: neither disputed nor withdrawn; `aside`: those that are. */
export const standings = ['stands', 'counts', 'aside'] as const

/** Null: of all. `room` and `question`: what a touch of ours there led to; `none`: what no touch did. `month`: `2026-06`. */
export type Wanted = {
  objective: Id | null
  room: Id | 'none' | null
  question: Id | 'none' | null
  month: string | null
  people: readonly Id[] | null
  conversation: Id | null
  standing: (typeof standings)[number]
  after: Place | null
  most: number
}
export type Place = { at: string; id: Id }

/** The newest first, and where the next page begins. */
export async function outcomes(tx: Tx, wanted: Wanted): Promise<{ rows: OutcomeRow[]; next: Place | null }> {
  const rows = await tx.rows<OutcomeRow & { place: string }>(sql`
    select o.id, o.what, o.value_cents, o.currency, o.at, o.at::text as place, o.evidence, o.source, o.conversation_id,
      json_build_object('id', b.id, 'result', b.result) as objective,
      case when h.id is not null then json_build_object('id', h.id, 'name', h.name, 'handle', i.handle, 'avatar', i.avatar) end as person,
      ${teammate('t')} as by,
      case when o.disputed_at is not null then json_build_object('at', ${iso(sql`o.disputed_at`)}, 'why', o.disputed_why, 'by', ${teammate('d')}) end as disputed,
      case when o.withdrawn_at is not null then json_build_object('at', ${iso(sql`o.withdrawn_at`)}, 'by', ${teammate('w')}) end as withdrawn,
      coalesce(touches.them, '[]') as touches
    from (
      select * from outcome o where ${sql.join(where(tx, wanted), sql` and `)} order by o.at desc, o.id desc limit ${wanted.most + 1}
    ) o
    join objective b on b.id = o.objective_id
    left join person p on p.id = o.person_id
    left join person h on h.id = coalesce(p.joined_to, p.id)
    left join lateral (select handle, avatar from identity where person_id = h.id order by channel, id limit 1) i on true
    left join teammate t on t.id = o.by
    left join teammate d on d.id = o.disputed_by
    left join teammate w on w.id = o.withdrawn_by
    left join lateral (
      select json_agg(json_build_object('at', ${iso(sql`x.at`)}, 'conversationId', x.conversation_id,
        'room', case when r.id is not null then json_build_object('id', r.id, 'name', r.name) end,
        'question', case when q.id is not null then json_build_object('id', q.id, 'name', coalesce(q.name, q.wording)) end,
        'by', ${teammate('m')}) order by x.n) as them
      from outcome_touch x
      left join room r on r.id = x.room_id
      left join question part on part.id = x.question_id
      left join question q on q.id = part.root
      left join teammate m on m.id = x.by
      where x.outcome_id = o.id
    ) touches on true
    order by o.at desc, o.id desc`)
  const page = rows.slice(0, wanted.most)
  const last = page.at(-1)
  return {
    rows: page.map(({ place: _, ...row }) => row),
    next: rows.length > wanted.most && last ? { at: last.place, id: last.id } : null,
  }
}

function where(tx: Tx, it: Wanted) {
  const all = [sql`o.workspace_id = ${tx.workspace}`]
  const touched = (by: ReturnType<typeof sql>) =>
    sql`exists (select from outcome_touch x where x.outcome_id = o.id and ${by})`
  const asked = sql`exists (select from question part where part.id = x.question_id)`
  if (it.objective !== null) all.push(sql`o.objective_id = ${it.objective}`)
  if (it.room === 'none') all.push(sql`not exists (select from outcome_touch x where x.outcome_id = o.id)`)
  else if (it.room !== null) all.push(touched(sql`x.room_id = ${it.room}`))
  if (it.question === 'none')
    all.push(sql`(not exists (select from outcome_touch x where x.outcome_id = o.id) or ${touched(sql`not ${asked}`)})`)
  else if (it.question !== null)
    all.push(touched(sql`x.question_id in (select id from question where root = ${it.question})`))
  if (it.month !== null) {
    const from = sql`${`${it.month}-01`}::date::timestamp at time zone 'utc'`
    all.push(sql`o.at >= ${from} and o.at < (${`${it.month}-01`}::date + interval '1 month') at time zone 'utc'`)
  }
  if (it.people !== null) all.push(sql`o.person_id = any(${array(it.people, 'uuid')})`)
  if (it.conversation !== null) all.push(sql`o.conversation_id = ${it.conversation}`)
  if (it.standing === 'aside') all.push(sql`(o.disputed_at is not null or o.withdrawn_at is not null)`)
  else all.push(sql`o.withdrawn_at is null`)
  if (it.standing === 'counts') all.push(sql`o.disputed_at is null`)
  if (it.after !== null) all.push(sql`(o.at, o.id) < (${it.after.at}::timestamptz, ${it.after.id}::uuid)`)
  return all
}

const teammate = (alias: 't' | 'd' | 'w' | 'm') => {
  const of = sql.raw(alias)
  return sql`case when ${of}.id is not null then json_build_object('id', ${of}.id, 'name', ${of}.name, 'role', ${of}.role) end`
}

const iso = (at: ReturnType<typeof sql>) => sql`to_char(${at} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** What closing offers: an objective, and what came of talks for it before; `what` null: in the words of its measure. */
export type Offer = {
  objective: { id: Id; result: string; measure: string }
  what: string | null
  valueCents: number | null
  currency: string | null
}

/** `first`: the objective that the conversation serves; its kinds of outcome come first. Of the others one each. */
export const offers = (tx: Tx, first: Id | null, most: number): Promise<Offer[]> =>
  tx.rows(sql`
    select json_build_object('id', o.id, 'result', o.result, 'measure', o.measure) as objective,
      known.what, o.unit_value_cents as value_cents, o.currency
    from objective o
    left join lateral (
      select what, count(*) as times from (
        select what from outcome where objective_id = o.id and withdrawn_at is null and source in ('closing', 'hand')
        order by at desc, id desc limit 200
      ) lately
      group by what order by times desc, what limit case when o.id = ${first} then 4 else 1 end
    ) known on true
    where o.workspace_id = ${tx.workspace} and o.let_go_at is null and o.measure <> 'voice'
    order by o.id = ${first} is true desc, o.created_at, o.id, known.times desc, known.what
    limit ${most}`)

/** A conversation of which somebody said at closing that they did not know yet, and of which they are asked now. */
export type Due = { conversationId: Id; askOn: string; person: PersonLine | null; preview: string }

type Eyes = { me: Id; today: string }

/** What this teammate is asked, and what colleagues would be who left; the longest due first. */
export const dueFor = (tx: Tx, eyes: Eyes, most: number): Promise<Due[]> =>
  tx.rows(sql`
    select u.conversation_id, u.ask_on::text, coalesce(c.title, c.preview) as preview,
      case when h.id is not null then json_build_object('id', h.id, 'name', h.name, 'handle', i.handle, 'avatar', i.avatar) end as person
    from (${due(tx, eyes)} order by ask_on, conversation_id limit ${most}) u
    join conversation c on c.id = u.conversation_id
    left join person p on p.id = c.person_id
    left join person h on h.id = coalesce(p.joined_to, p.id)
    left join lateral (select handle, avatar from identity where person_id = h.id order by channel, id limit 1) i on true
    order by u.ask_on, u.conversation_id`)

/** How many; counting stops at `most`. */
export const countDue = async (tx: Tx, eyes: Eyes, most: number): Promise<number> =>
  (await tx.row<{ n: number }>(sql`select count(*) as n from (${due(tx, eyes)} limit ${most}) counted`))?.n ?? 0

const due = (tx: Tx, { me, today }: Eyes) => sql`
  select conversation_id, ask_on from upshot
  where workspace_id = ${tx.workspace} and said = 'later' and ask_on <= ${today}::date
    and by = any(array(select id from teammate where workspace_id = ${tx.workspace} and (id = ${me} or left_at is not null)))`
