/** What is remembered of people: the statements about moments. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { storable } from '../../lib/storable.ts'
import type { Teammate } from '../teammate/teammate.ts'
import type { Moment } from './moment.ts'

export type MomentRow = Moment & { id: Id; by: Teammate; at: Date; conversationId: Id | null; settledAt: Date | null }

/** Of these people, the newest first: what this teammate may see and what has not come to its end. */
export const momentsOf = (
  tx: Tx,
  people: readonly Id[],
  { to, today }: { to: Id; today: string },
): Promise<MomentRow[]> =>
  tx.rows(sql`
    select m.id, m.kind, m.text, m.on_day::text, m.due_day::text, m.sensitivity, m.expires_day::text, m.only_for, m.at, m.settled, m.settled_at,
      json_build_object('id', t.id, 'name', t.name, 'role', t.role) as by, said.conversation_id
    from moment m
    join teammate t on t.id = m.by
    left join message said on said.id = m.message_id and said.deleted_at is null
    where m.workspace_id = ${tx.workspace} and m.person_id = any(${array(people, 'uuid')})
      and (m.only_for is null or m.only_for = ${to}) and (m.expires_day is null or m.expires_day > ${today}::date)
    order by m.on_day desc, m.at desc, m.id
    limit 200`)

/** Where it comes from: what they said, or, of a promise, a reply of ours. Neither: somebody wrote it down by hand. */
export type Source = { messageId: Id | null; replyId: Id | null }
export type NewMoment = Omit<Moment, 'settled'> & Source

export const insertMoment = (
  tx: Tx,
  { id, personId, by, at, ...it }: NewMoment & { id: Id; personId: Id; by: Id; at: Date },
): Promise<number> =>
  tx.run(sql`
    insert into moment (id, workspace_id, person_id, kind, text, on_day, due_day, message_id, reply_id, sensitivity, expires_day, only_for, by, at)
    values (${id}, ${tx.workspace}, ${personId}, ${it.kind}, ${storable(it.text)}, ${it.onDay}, ${it.dueDay}, ${it.messageId}, ${it.replyId}, ${it.sensitivity}, ${it.expiresDay}, ${it.onlyFor}, ${by}, ${at})`)

/** Locked until the commit; null: there is none by that id that this teammate may see. */
export const momentForChange = (tx: Tx, id: Id, to: Id): Promise<{ personId: Id; kind: Moment['kind'] } | null> =>
  tx.row(sql`
    select person_id, kind from moment
    where workspace_id = ${tx.workspace} and id = ${id} and (only_for is null or only_for = ${to})
    for update`)

export const eraseMoment = (tx: Tx, id: Id): Promise<number> =>
  tx.run(sql`delete from moment where workspace_id = ${tx.workspace} and id = ${id}`)

/** Null: it is open again. */
export const settleMoment = (tx: Tx, id: Id, it: { as: 'kept' | 'broken'; by: Id; at: Date } | null): Promise<number> =>
  tx.run(sql`
    update moment set settled = ${it?.as ?? null}, settled_by = ${it?.by ?? null}, settled_at = ${it?.at ?? null}
    where workspace_id = ${tx.workspace} and id = ${id}`)

/** Of whom it tells, and of a reply who wrote it (a guest sees no promises: theirs is whose who writes it down); null: there is no such message or reply, or it was taken back. */
export const sourceOf = (tx: Tx, { messageId, replyId }: Source): Promise<{ personId: Id; by: Id | null } | null> =>
  tx.row(sql`
    select person_id, null::uuid as by from message
    where workspace_id = ${tx.workspace} and id = ${messageId} and deleted_at is null and not us
    union all
    select coalesce(m.person_id, c.person_id), case when t.role <> 'guest' then r.by end
    from reply r join conversation c on c.id = r.conversation_id join teammate t on t.id = r.by left join message m on m.id = r.in_reply_to and not m.us
    where r.workspace_id = ${tx.workspace} and r.id = ${replyId} and coalesce(m.person_id, c.person_id) is not null`)

/** A teammate's no. False: there is no message and no reply by that id. */
export const refuse = async (tx: Tx, source: Id, { by, at }: { by: Id; at: Date }): Promise<boolean> => {
  const done = await tx.row(sql`
    with source as (
      select id as message_id, null::uuid as reply_id from message where workspace_id = ${tx.workspace} and id = ${source} and deleted_at is null
      union all
      select null, id from reply where workspace_id = ${tx.workspace} and id = ${source}
    ), refused as (
      insert into moment_refusal (workspace_id, message_id, reply_id, by, at)
      select ${tx.workspace}, message_id, reply_id, ${by}, ${at} from source
      on conflict do nothing
    )
    select from source`)
  return done !== null
}

export const takeRefusalBack = (tx: Tx, source: Id): Promise<number> =>
  tx.run(sql`
    delete from moment_refusal
    where workspace_id = ${tx.workspace} and (message_id = ${source} or reply_id = ${source})`)

export type Card = { called: string | null; spoken: string | null; pronouns: string | null; reached: string | null }

export const saveCard = (tx: Tx, person: Id, it: Card): Promise<number> =>
  tx.run(sql`
    update person set called = ${it.called && storable(it.called)}, spoken = ${it.spoken && storable(it.spoken)},
      pronouns = ${it.pronouns && storable(it.pronouns)}, reached = ${it.reached && storable(it.reached)}
    where workspace_id = ${tx.workspace} and id = ${person}`)
