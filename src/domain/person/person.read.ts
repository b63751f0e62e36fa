/** A person as the screens show them: all their names, since when we know them, and who of us knows them. Reads only. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Teammate } from '../teammate/teammate.ts'
import type { Evidence } from './evidence.ts'
import { oneHuman, type PersonKind } from './joining.store.ts'

export type PersonRow = {
  id: Id
  name: string
  kind: PersonKind
  called: string | null
  spoken: string | null
  pronouns: string | null
  reached: string | null
  identities: {
    id: Id
    channel: string
    handle: string | null
    name: string | null
    avatar: string | null
    url: string | null
    consent: { how: string; at: string } | null
  }[]
  joins: { id: Id; name: string; names: string[]; at: string; by: Teammate | null; evidence: Evidence[] }[]
  firstMet: Date
  lastHeard: Date | null
  messages: number
  knownBy: { teammate: Teammate; replies: number }[]
}

export type PersonLine = { id: Id; name: string; handle: string | null; avatar: string | null }

/** People whose name or handle begins like that, one line a human, at most `most`. Empty where nothing is asked. */
export async function peopleNamed(tx: Tx, beginning: string, most: number): Promise<PersonLine[]> {
  const from = beginning.trim().toLowerCase()
  if (from === '') return []
  const handle =
    from
      .split('@')
      .find((part) => part !== '')
      ?.replaceAll(/[^\p{L}\p{N}]/gu, '') ?? ''
  // A range of plain columns: `like` is nothing that row-level security lets an index answer.
  return tx.rows(sql`
    select h.id, h.name, i.handle, i.avatar
    from (
      select distinct head_id as id from (
        (select head_id from person
         where workspace_id = ${tx.workspace} and name_key >= ${from} collate "C" and name_key < ${`${from}\u{10ffff}`} collate "C" limit ${most})
        union all
        (select p.head_id from identity i join person p on p.id = i.person_id
         where i.workspace_id = ${tx.workspace} and i.handle_key = ${handle} and not i.us limit ${most})
      ) p
    ) found
    join person h on h.id = found.id
    left join lateral (select handle, avatar, us from identity where person_id = h.id order by channel, id limit 1) i on true
    where i.us is not true
    order by h.name, h.id
    limit ${most}`)
}

/** By any of the people who are one human. Null: there is nobody by that id here. */
export async function person(tx: Tx, id: Id): Promise<PersonRow | null> {
  const people = await oneHuman(tx, id)
  const [head] = people
  if (head === undefined) return null
  const all = array(people, 'uuid')
  return tx.row(sql`
    select p.id, p.name, p.kind, p.called, p.spoken, p.pronouns, p.reached, said.messages, said.last_heard,
      coalesce(least(met.first_met, said.first_said), met.first_met) as first_met,
      (select coalesce(json_agg(json_build_object('id', i.id, 'channel', i.channel, 'handle', i.handle, 'name', i.name, 'avatar', i.avatar,
         'url', i.url, 'consent', i.link_consent) order by i.person_id <> p.id, i.channel, i.id), '[]')
       from identity i where i.person_id = any(${all})) as identities,
      coalesce((
        select json_agg(json_build_object('teammate', json_build_object('id', t.id, 'name', t.name, 'role', t.role), 'replies', known.replies) order by known.replies desc, t.name)
        from (
          select r.by, count(*) as replies
          from reply r join outbox o on o.reply_id = r.id join message m on m.id = r.in_reply_to
          where m.person_id = any(${all}) and o.state = 'sent'
          group by r.by
        ) known join teammate t on t.id = known.by), '[]') as known_by,
      coalesce((
        select json_agg(json_build_object('id', j.id, 'name', absorbed.name, 'at', j.at, 'evidence', j.evidence,
          'names', (select coalesce(json_agg(coalesce(i.handle, i.name, i.external_id) order by i.channel, i.id), '[]') from identity i where i.person_id = j.absorbed_id),
          'by', case when t.id is not null then json_build_object('id', t.id, 'name', t.name, 'role', t.role) end) order by j.at desc, j.id)
        from person_join j join person absorbed on absorbed.id = j.absorbed_id left join teammate t on t.id = j.by
        where j.absorbed_id = any(${all}) and j.apart_at is null), '[]') as joins
    from person p
    cross join lateral (select min(met_at) as first_met from person where id = any(${all})) met
    cross join lateral (
      select count(*) as messages, max(at) as last_heard, min(at) as first_said from message where person_id = any(${all}) and deleted_at is null
    ) said
    where p.workspace_id = ${tx.workspace} and p.id = ${head}`)
}
