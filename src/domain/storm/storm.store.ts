/** Storms as they lie in the database: the statements that change them, and what their rules look at. */
import { array, sql, type Tx } from '../../db/db.ts'
import { insert } from '../../db/insert.ts'
import type { Id } from '../../lib/ids.ts'
import { storable } from '../../lib/storable.ts'
import type { Answered } from './backfire.ts'
import type { Chosen } from './five.ts'

export type OpenStorm = { id: Id; kind: 'loud' | 'angry' | 'backfire'; about: string[]; begunAt: Date; warnedAt: Date }
export type StepKind = 'warned' | 'joined' | 'taken' | 'left' | 'worded' | 'over' | 'noted'

/** One look at a workspace at a time: whoever comes second finds what the first one wrote. */
export const holdWeather = (tx: Tx): void =>
  tx.send(sql`select pg_advisory_xact_lock(hashtextextended(${tx.workspace}, 20))`)

export const openStorms = (tx: Tx): Promise<OpenStorm[]> =>
  tx.rows(sql`
    select id, kind, about, begun_at, warned_at from storm
    where workspace_id = ${tx.workspace} and over_at is null order by warned_at`)

/** `onDuty`: whose turn it was when it was warned of; null: nobody's. */
export type NewStorm = OpenStorm & {
  messageId: Id | null
  messages: number
  people: number
  ordinary: number
  onDuty: Id | null
}

export function begin(tx: Tx, it: NewStorm, chosen: readonly Chosen[]): void {
  tx.send(sql`
    insert into storm (id, workspace_id, kind, about, message_id, messages, people, ordinary, begun_at, warned_at, on_duty)
    values (${it.id}, ${tx.workspace}, ${it.kind}, ${array(it.about, 'text')}, ${it.messageId}, ${it.messages}, ${it.people}, ${it.ordinary},
      ${it.begunAt}, ${it.warnedAt}, ${it.onDuty})`)
  insert(
    tx,
    'storm_message',
    { storm_id: 'uuid', workspace_id: 'uuid', message_id: 'uuid', why: 'text', number: 'integer', place: 'integer' },
    chosen.map(({ id, why, number }, place) => ({
      storm_id: it.id,
      workspace_id: tx.workspace,
      message_id: id,
      why,
      number,
      place,
    })),
  )
}

export const widen = (tx: Tx, id: Id, about: string): void =>
  tx.send(
    sql`update storm set about = about || ${about}::text where workspace_id = ${tx.workspace} and id = ${id} and not about @> ${array([about], 'text')}`,
  )

/** False: it was over. */
export const end = async (tx: Tx, id: Id, at: Date): Promise<boolean> =>
  (await tx.run(
    sql`update storm set over_at = ${at} where workspace_id = ${tx.workspace} and id = ${id} and over_at is null`,
  )) > 0

/** False: there is none by that id, or it was so before. */
export const setDuty = async (tx: Tx, id: Id, teammate: Id | null): Promise<boolean> =>
  (await tx.run(
    sql`update storm set on_duty = ${teammate} where workspace_id = ${tx.workspace} and id = ${id} and on_duty is distinct from ${teammate}`,
  )) > 0

/** False: there is none by that id. */
export const setText = async (tx: Tx, id: Id, what: 'holding' | 'after_note', text: string): Promise<boolean> =>
  (await tx.run(
    sql`update storm set ${sql.ref(what)} = ${storable(text)} where workspace_id = ${tx.workspace} and id = ${id}`,
  )) > 0

export const step = (tx: Tx, stormId: Id, it: { kind: StepKind; text?: string; at: Date; by: Id | null }): void =>
  tx.send(sql`
    insert into storm_step (workspace_id, storm_id, kind, text, at, by)
    values (${tx.workspace}, ${stormId}, ${it.kind}, ${it.text ?? ''}, ${it.at}, ${it.by})`)

export type Said = {
  id: Id
  personId: Id
  roomId: Id
  at: Date
  text: string
  mood: number | null
  labels: string[]
  reasons: string[]
  question: Id | null
  /** The message of ours that it answers. */
  answers: Id | null
  passed: number
}

/** The newest first, at most `most`, of what was said about one thing since then. */
export const saidAbout = (tx: Tx, about: string, since: Date, most: number): Promise<Said[]> =>
  tx.rows(sql`
    select m.id, m.person_id, m.room_id, m.at, concat_ws(e'\n', m.title, m.text) as text, m.mood, m.labels, m.reasons, q.root as question,
      (select o.id from message o where o.conversation_id = m.conversation_id and o.room_id = m.room_id and o.us
        and o.external_id = m.parent_external_id) as answers,
      (select count(*) from message a where a.conversation_id = m.conversation_id and a.room_id = m.room_id
        and a.parent_external_id = m.external_id and not a.us and a.deleted_at is null)
      + (select count(*) from passing_on p where p.workspace_id = m.workspace_id and p.room_id = m.room_id and p.target = m.external_id) as passed
    from message m
    left join asking a on a.message_id = m.id
    left join question q on q.id = a.question_id
    where m.workspace_id = ${tx.workspace} and m.at >= ${since} and not m.us and m.deleted_at is null and ${whichAre(tx.workspace, about)}
    order by m.at desc, m.id desc
    limit ${most}`)

function whichAre(workspace: Id, about: string) {
  const [kind = '', id = ''] = [about.slice(0, about.indexOf(':')), about.slice(about.indexOf(':') + 1)]
  switch (kind) {
    case 'room':
      return sql`m.room_id = ${id}`
    case 'listener':
      return sql`m.reasons @> ${array([about], 'text')}`
    case 'question':
      return sql`q.root = ${id}`
    case 'answer':
      return sql`m.id in (${answersTo(workspace, sql`o.id = ${id}`)})`
    default:
      return sql`m.labels @> ${array([id], 'text')}`
  }
}

/** What was said in answer to messages of ours, or quotes them. */
const answersTo = (workspace: Id, which: ReturnType<typeof sql>) => sql`
  select a.id from message o
  join message a on a.conversation_id = o.conversation_id and a.room_id = o.room_id and a.parent_external_id = o.external_id
  where o.workspace_id = ${workspace} and ${which}
  union
  select p.message_id from message o
  join passing_on p on p.workspace_id = o.workspace_id and p.room_id = o.room_id and p.target = o.external_id
  where o.workspace_id = ${workspace} and ${which} and p.message_id is not null`

/** The newest 200 messages of ours since then, with how many people answered or quoted each. */
export const answersToUs = (tx: Tx, since: Date): Promise<(Answered & { id: Id; roomId: Id; at: Date })[]> =>
  tx.rows(sql`
    select m.id, m.room_id, m.at, count(distinct a.person_id) as people,
      count(distinct a.person_id) filter (where tone_of(a.mood, a.labels) in ('annoyed', 'angry')) as unhappy
    from (
      select * from message where workspace_id = ${tx.workspace} and us and deleted_at is null and at >= ${since}
      order by at desc limit 200
    ) m
    cross join lateral (${answersTo(tx.workspace, sql`o.id = m.id`)}) as answer (id)
    join message a on a.id = answer.id and not a.us and a.deleted_at is null
    group by m.id, m.room_id, m.at`)
