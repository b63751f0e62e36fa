/** A message of ours and all that followed from it, as far as the rooms tell. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { PersonLine } from '../person/person.read.ts'
import type { Passed } from './ripple.ts'

export type Ours = {
  id: Id
  conversationId: Id
  text: string
  at: Date
  room: { id: Id; name: string; channel: string }
}
export type StepRow = {
  id: string
  parent: string | null
  kind: Passed
  at: Date
  /** Null: it was us. */
  person: PersonLine | null
  conversationId: Id | null
  text: string | null
  room: { id: Id; name: string; channel: string }
}

/** So many steps are read at most, and so deep: a larger one is told as cut. */
export const most = 1_000
const deepest = 12

/** Null: there is no message of ours by that id. */
export const ours = (tx: Tx, id: Id): Promise<Ours | null> =>
  tx.row(sql`
    select m.id, m.conversation_id, left(m.text, 500) as text, m.at,
      json_build_object('id', r.id, 'name', r.name, 'channel', r.channel) as room
    from message m join room r on r.id = m.room_id
    where m.workspace_id = ${tx.workspace} and m.id = ${id} and m.us and m.deleted_at is null`)

/** Replies within its conversation, quotes and links from anywhere, reposts; and the same of each of these. */
export const steps = (tx: Tx, id: Id): Promise<StepRow[]> =>
  tx.rows(sql`
    with recursive tree as (
      select m.id, null::uuid as parent, 'ours' as kind, m.workspace_id, m.room_id, m.conversation_id, m.external_id, m.at, 0 as depth
      from message m where m.workspace_id = ${tx.workspace} and m.id = ${id}
      union all
      select c.id, t.id, n.kind, c.workspace_id, c.room_id, c.conversation_id, c.external_id, c.at, t.depth + 1
      from tree t
      cross join lateral (
        select a.id, 'reply' as kind from message a
        where a.conversation_id = t.conversation_id and a.room_id = t.room_id and a.parent_external_id = t.external_id
        union all
        select p.message_id, p.kind from passing_on p
        where p.workspace_id = t.workspace_id and p.room_id = t.room_id and p.target = t.external_id and p.message_id is not null
      ) n
      join message c on c.id = n.id and c.deleted_at is null
      where t.depth < ${deepest}
    ), passed as (
      select t.id::text, nullif(t.parent, ${id}::uuid)::text as parent, t.kind, t.at, t.id as message_id, null::uuid as person_id, t.room_id
      from tree t where t.depth > 0
      union all
      select p.source || ' ' || p.external_id, nullif(t.id, ${id}::uuid)::text, p.kind, p.at, null, p.person_id, p.room_id
      from tree t
      join passing_on p on p.workspace_id = t.workspace_id and p.room_id = t.room_id and p.target = t.external_id and p.message_id is null
      limit ${most}
    )
    select x.id, x.parent, x.kind, x.at, m.conversation_id, left(m.text, 300) as text,
      case when coalesce(m.us, false) then null
        else json_build_object('id', h.id, 'name', h.name, 'handle', i.handle, 'avatar', i.avatar) end as person,
      json_build_object('id', r.id, 'name', r.name, 'channel', r.channel) as room
    from passed x
    left join message m on m.id = x.message_id
    join person p on p.id = coalesce(x.person_id, m.person_id) join person h on h.id = coalesce(p.joined_to, p.id)
    left join lateral (select handle, avatar from identity where person_id = p.id order by channel, id limit 1) i on true
    join room r on r.id = x.room_id
    order by x.at, x.id`)
