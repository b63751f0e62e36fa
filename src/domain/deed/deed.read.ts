/** Friends of the house by their deeds, and what looks like a deed for certain. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { PersonLine } from '../person/person.read.ts'
import type { Teammate } from '../teammate/teammate.ts'
import type { DeedKind } from './deed.ts'

export type DeedRow = {
  id: Id
  person: PersonLine
  kind: DeedKind
  text: string
  at: Date
  by: Teammate
  thankedAt: Date | null
  thankedBy: Teammate | null
  /** Where it was done, else where they spoke with us last. */
  conversationId: Id | null
}

const MOST = 500
const teammate = (of: string) => sql`(
  select json_build_object('id', id, 'name', name, 'role', role) from teammate where id = ${sql.ref(of)})`
const lineOf = sql`json_build_object('id', h.id, 'name', h.name, 'handle', i.handle, 'avatar', i.avatar)`
const head = sql`
  join person p on p.id = d.person_id join person h on h.id = p.head_id
  left join lateral (select handle, avatar from identity where person_id = h.id order by channel, id limit 1) i on true`

/** The newest first, at most 500. */
export const deeds = (tx: Tx): Promise<DeedRow[]> =>
  tx.rows(sql`
    select d.id, ${lineOf} as person, d.kind, coalesce(nullif(d.text, ''), left(m.text, 300), '') as text, d.at, d.thanked_at,
      ${teammate('d.by')} as by, ${teammate('d.thanked_by')} as thanked_by,
      coalesce(m.conversation_id, (
        select id from conversation where person_id = d.person_id order by last_at desc limit 1)) as conversation_id
    from (select * from deed where workspace_id = ${tx.workspace} and confirmed order by at desc limit ${MOST}) d
    ${head}
    left join message m on m.id = d.message_id
    where h.kind = 'human'
    order by d.at desc, d.id`)

export type Proposed = {
  /** Of the message, or of the path by which they came back. */
  id: Id
  person: PersonLine
  kind: 'answered' | 'came-back'
  text: string
  at: Date
  conversationId: Id | null
  /** Whom they answered, and what that one asked. */
  asked: { name: string; text: string } | null
}

const LOOKED_AT = 200
const SHOWN = 20
const DAYS = 30

/**
 * What is certain: somebody (not us) answered a question that another human asked in one of our threads within 30 days, or
 * was won back. The newest first, at most 20 of each; nothing that a teammate spoke of already.
 */
export async function proposedDeeds(tx: Tx, now: Date): Promise<Proposed[]> {
  const since = new Date(now.getTime() - DAYS * 86_400_000)
  const [answered, back] = await Promise.all([
    tx.rows<Proposed>(sql`
      select d.id, ${lineOf} as person, 'answered' as kind, left(d.text, 300) as text, d.at, d.conversation_id,
        json_build_object('name', asker.name, 'text', left(q.text, 200)) as asked
      from (
        select * from asking where workspace_id = ${tx.workspace} and at > ${since} order by at desc limit ${LOOKED_AT}
      ) a
      join message q on q.id = a.message_id and q.deleted_at is null
      join message d on d.conversation_id = q.conversation_id and d.room_id = q.room_id and d.parent_external_id = q.external_id
        and not d.us and d.deleted_at is null and not d.labels && '{question,abuse,spam}'
      ${head}
      join person ap on ap.id = a.person_id join person asker on asker.id = ap.head_id
      where h.kind = 'human' and asker.kind = 'human' and h.id <> asker.id
        and not exists (select from deed done where done.message_id = d.id)
      order by d.at desc limit ${SHOWN}`),
    tx.rows<Proposed>(sql`
      select d.id, ${lineOf} as person, 'came-back' as kind, '' as text, d.ended_at as at, d.conversation_id, null as asked
      from wooing d ${head}
      where d.workspace_id = ${tx.workspace} and d.ended_at > ${since} and h.kind = 'human'
        and exists (select from wooing_step s where s.wooing_id = d.id and s.step = 'won-back')
        and not exists (select from deed done where done.wooing_id = d.id)
      order by d.ended_at desc limit ${SHOWN}`),
  ])
  return [...back, ...answered]
}
