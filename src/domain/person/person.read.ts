/** A person as the screens show them: their names, since when we know them, and who of us knows them. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Role } from '../teammate/teammate.ts'

export type PersonRow = {
  id: Id
  name: string
  identities: {
    id: Id
    channel: string
    handle: string | null
    name: string | null
    avatar: string | null
    url: string | null
  }[]
  firstMet: Date
  lastHeard: Date | null
  messages: number
  knownBy: { teammate: { id: Id; name: string; role: Role }; replies: number }[]
}

/** Null: there is nobody by that id here. */
export const person = (tx: Tx, id: Id): Promise<PersonRow | null> =>
  tx.row(sql`
    select p.id, p.name, said.messages, said.last_heard, coalesce(least(p.met_at, said.first_said), p.met_at) as first_met,
      (select json_agg(json_build_object('id', i.id, 'channel', i.channel, 'handle', i.handle, 'name', i.name, 'avatar', i.avatar, 'url', i.url) order by i.channel, i.id)
       from identity i where i.person_id = p.id) as identities,
      coalesce((
        select json_agg(json_build_object('teammate', json_build_object('id', t.id, 'name', t.name, 'role', t.role), 'replies', known.replies) order by known.replies desc, t.name)
        from (
          select r.by, count(*) as replies
          from reply r join outbox o on o.reply_id = r.id join message m on m.id = r.in_reply_to
          where m.person_id = p.id and o.state = 'sent'
          group by r.by
        ) known join teammate t on t.id = known.by), '[]') as known_by
    from person p
    cross join lateral (
      select count(*) as messages, max(at) as last_heard, min(at) as first_said from message where person_id = p.id and deleted_at is null
    ) said
    where p.workspace_id = ${tx.workspace} and p.id = ${id}`)
