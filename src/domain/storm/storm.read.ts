/** Storms as people look at them. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { PersonLine } from '../person/person.read.ts'
import type { Teammate } from '../teammate/teammate.ts'
import type { Why } from './five.ts'
import type { StepKind } from './storm.store.ts'

/** What a storm is about, by the name people gave it; null: it is gone, or has none (an intent). */
export type Name = { about: string; name: string | null }
export type StormLine = {
  id: Id
  kind: 'loud' | 'angry' | 'backfire'
  abouts: Name[]
  messages: number
  people: number
  ordinary: number
  begunAt: Date
  warnedAt: Date
  overAt: Date | null
  onDuty: Teammate | null
}
export type Explaining = {
  id: Id
  conversationId: Id
  why: Why
  number: number
  person: PersonLine
  text: string
  at: Date
  room: { id: Id; name: string; channel: string }
}
export type Step = { kind: StepKind; text: string; name: string | null; at: Date; by: Teammate | null }
export type StormInFull = StormLine & {
  holding: string
  after: string
  /** Our own message that backfired. */
  ours: { id: Id; conversationId: Id; text: string; at: Date } | null
  explaining: Explaining[]
  steps: Step[]
}

const teammate = (of: string) =>
  sql`(select json_build_object('id', id, 'name', name, 'role', role) from teammate where id = ${sql.ref(of)})`
/** Ids come as text, out of `about`. */
const nameOf = (about: string) => sql`coalesce(
  (select name from listener l where ${sql.ref(about)} = 'listener:' || l.id),
  (select name from room r where ${sql.ref(about)} = 'room:' || r.id),
  (select wording from question q where ${sql.ref(about)} = 'question:' || q.id))`
const line = sql`
  s.id, s.kind, s.messages, s.people, s.ordinary, s.begun_at, s.warned_at, s.over_at, ${teammate('s.on_duty')} as on_duty,
  (select json_agg(json_build_object('about', a.about, 'name', ${nameOf('a.about')}) order by a.place)
    from unnest(s.about) with ordinality as a (about, place)) as abouts`

const most = 50

/** Those that are on first, then the newest; at most 50. */
export const stormLines = (tx: Tx): Promise<StormLine[]> =>
  tx.rows(sql`
    select ${line} from storm s where s.workspace_id = ${tx.workspace}
    order by s.over_at is not null, s.warned_at desc limit ${most}`)

/** How many are on. */
export const countOpen = async (tx: Tx): Promise<number> =>
  (
    await tx.row<{ n: number }>(
      sql`select count(*) as n from storm where workspace_id = ${tx.workspace} and over_at is null`,
    )
  )?.n ?? 0

/** Null: there is none here by that id. */
export async function stormInFull(tx: Tx, id: Id): Promise<StormInFull | null> {
  const [storm, explaining, steps] = await Promise.all([
    tx.row<Omit<StormInFull, 'explaining' | 'steps'>>(sql`
      select ${line}, s.holding, s.after_note as after,
        (select json_build_object('id', m.id, 'conversationId', m.conversation_id, 'text', left(m.text, 500), 'at', m.at)
          from message m where m.id = s.message_id) as ours
      from storm s where s.workspace_id = ${tx.workspace} and s.id = ${id}`),
    tx.rows<Explaining>(sql`
      select m.id, m.conversation_id, x.why, x.number, left(m.text, 500) as text, m.at,
        json_build_object('id', h.id, 'name', h.name, 'handle', i.handle, 'avatar', i.avatar) as person,
        json_build_object('id', r.id, 'name', r.name, 'channel', r.channel) as room
      from storm_message x
      join message m on m.id = x.message_id and m.deleted_at is null
      join room r on r.id = m.room_id
      join identity i on i.id = m.identity_id
      join person p on p.id = m.person_id join person h on h.id = coalesce(p.joined_to, p.id)
      where x.workspace_id = ${tx.workspace} and x.storm_id = ${id}
      order by x.place`),
    tx.rows<Step>(sql`
      select t.kind, t.text, case t.kind when 'joined' then ${nameOf('t.text')} end as name, t.at, ${teammate('t.by')} as by
      from storm_step t where t.workspace_id = ${tx.workspace} and t.storm_id = ${id}
      order by t.id`),
  ])
  return storm && { ...storm, explaining, steps }
}
