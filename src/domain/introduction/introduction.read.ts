/** Introductions as the screen shows them. Reads only. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { PersonLine } from '../person/person.read.ts'
import type { Said, Why } from './introduction.ts'

/** `conversationId`: where they spoke with us last, and can be asked. */
export type Known = PersonLine & { conversationId: Id | null }

export type IntroductionRow = {
  id: Id
  one: Known
  other: Known
  why: Why
  about: string
  begunAt: Date
  writtenAt: Date | null
  /** They talked in one conversation since the note. */
  talked: boolean
  sides: { person: Id; askedAt: string; said: Said | null }[]
}

const MOST = 200

/** The newest first, at most 200; none that was dismissed. */
export const introductions = (tx: Tx): Promise<IntroductionRow[]> =>
  tx.rows(sql`
    select i.id, ${known(sql`i.one_id`)} as one, ${known(sql`i.other_id`)} as other, i.why, i.about, i.begun_at, i.written_at,
      i.written_at is not null and exists (
        ${placesOf(names(sql`i.one_id`), sql`and at > i.written_at`)} intersect ${placesOf(names(sql`i.other_id`), sql`and at > i.written_at`)}) as talked,
      coalesce((
        select json_agg(json_build_object('person', s.person_id, 'askedAt', s.asked_at, 'said', s.said)) from introduction_side s
        where s.introduction_id = i.id), '[]') as sides
    from (select * from introduction where workspace_id = ${tx.workspace} and not dismissed order by begun_at desc, id limit ${MOST}) i
    order by i.begun_at desc, i.id`)

export async function knownAs(tx: Tx, people: readonly Id[]): Promise<Map<Id, Known>> {
  const rows = await tx.rows<{ id: Id; known: Known }>(sql`
    select it.id, ${known(sql`it.id`)} as known from unnest(${array(people, 'uuid')}) as it (id)`)
  return new Map(rows.map((row) => [row.id, row.known]))
}

type Sql = ReturnType<typeof sql>

/** In which conversations somebody spoke, by all their names; two of these meet where the two people did. */
export const placesOf = (names: Sql, which: Sql = sql``): Sql => sql`
  select said.conversation_id from unnest(${names}) as name (id) cross join lateral (
    select conversation_id from message where person_id = name.id ${which}
  ) said`

/** All names of one human, by any of them. */
const names = (id: Sql) => sql`array(
  select n.id from person p join person n on n.head_id = p.head_id where p.id = ${id})`

// The id stays the one by which they were proposed: their side is kept under it.
const known = (id: Sql) => sql`(
  select json_build_object('id', p.id, 'name', h.name, 'handle', face.handle, 'avatar', face.avatar, 'conversationId', (
    select c.id from unnest(${names(id)}) as name (id) cross join lateral (
      select id, last_at from conversation where person_id = name.id order by last_at desc limit 1
    ) c order by c.last_at desc limit 1))
  from person p join person h on h.id = p.head_id
  left join lateral (select handle, avatar from identity where person_id = h.id order by channel, id limit 1) face on true
  where p.id = ${id})`
