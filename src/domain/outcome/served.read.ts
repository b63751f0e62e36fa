/** What a conversation serves, and the words of ours that led somewhere. Reads only. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { MOST_TOUCHES, TOUCH_DAYS, type Touch } from './outcome.ts'

export type Served = {
  conversationId: Id
  personId: Id | null
  roomId: Id
  questionId: Id | null
  objectiveId: Id | null
}

/**
 * The objective of what was asked there last, else of a listener that found it, else of its room, else that of which something came of it first; one that was let go is served
 * no more. Conversations that are not here are left out.
 */
export const served = (tx: Tx, conversations: readonly Id[]): Promise<Served[]> =>
  tx.rows(sql`
    select c.id as conversation_id, c.person_id, c.room_id, a.question_id, o.id as objective_id
    from conversation c
    join room r on r.id = c.room_id
    left join lateral (
      select question_id from asking where conversation_id = c.id and question_id is not null order by at desc, message_id desc limit 1
    ) a on true
    left join question part on part.id = a.question_id
    left join question q on q.id = part.root
    left join lateral (
      select l.objective_id from listener l
      where l.workspace_id = c.workspace_id and l.objective_id is not null and 'listener:' || l.id = any(c.reasons)
      order by l.id limit 1
    ) found on true
    left join lateral (
      select objective_id from outcome where conversation_id = c.id and withdrawn_at is null order by written_at, id limit 1
    ) came on true
    left join objective o on o.id = coalesce(q.objective_id, found.objective_id, r.objective_id, came.objective_id) and o.let_go_at is null
    where c.workspace_id = ${tx.workspace} and c.id = any(${array(conversations, 'uuid')})
    order by c.id`)

/** What is said of an outcome that names no value of its own. */
export type Worth = { id: Id; valueCents: number | null; currency: string | null; letGo: boolean }

/** Null: there is no such objective. */
export const worthOf = (tx: Tx, objective: Id): Promise<Worth | null> =>
  tx.row(sql`
    select id, unit_value_cents as value_cents, currency, let_go_at is not null as let_go from objective
    where workspace_id = ${tx.workspace} and id = ${objective}`)

/** Those that count this, and were not let go. */
export const objectivesCounting = async (tx: Tx, measure: 'orders' | 'meetings' | 'sign-ups'): Promise<Id[]> =>
  (
    await tx.rows<{ id: Id }>(sql`
      select id from objective
      where workspace_id = ${tx.workspace} and measure = ${measure} and let_go_at is null order by created_at, id`)
  ).map(({ id }) => id)

/** Those that stand and whose sentence begins like that, at most two. */
export const objectivesNamed = (tx: Tx, beginning: string): Promise<{ id: Id }[]> =>
  tx.rows(sql`
    select id from objective
    where workspace_id = ${tx.workspace} and let_go_at is null and starts_with(lower(result), lower(${beginning}))
    order by lower(result) = lower(${beginning}) desc, id limit 2`)

/** Whose mail address it is; null: nobody's that we know, or several humans'. */
export const whoHasMail = async (tx: Tx, mail: string): Promise<Id | null> => {
  const people = await tx.rows<{ id: Id }>(sql`
    select distinct coalesce(p.joined_to, p.id) as id
    from identity i join person p on p.id = i.person_id
    where i.workspace_id = ${tx.workspace} and i.mail_key = ${mail.trim().toLowerCase()} and not i.us
    limit 2`)
  return people.length === 1 ? (people[0]?.id ?? null) : null
}

/** The outcome that was written down under this key; null: there is none. */
export const keyed = async (tx: Tx, key: string): Promise<Id | null> =>
  (await tx.row<{ id: Id }>(sql`select id from outcome where workspace_id = ${tx.workspace} and key = ${key}`))?.id ??
  null

/**
 * Our words before an outcome: in its conversation, and in all where its people spoke; as we said them from here, or on the
 * channel itself. The oldest first, `MOST_TOUCHES` at most.
 */
export const touchesBefore = (
  tx: Tx,
  { at, people, conversation }: { at: Date; people: readonly Id[]; conversation: Id | null },
): Promise<Touch[]> => {
  const since = new Date(at.getTime() - TOUCH_DAYS * 24 * 3600 * 1000)
  return tx.rows(sql`
    with talk as (
      select ${conversation}::uuid as id where ${conversation}::uuid is not null
      union
      select conversation_id from message where person_id = any(${array(people, 'uuid')}) and not us and at <= ${at}
      union
      select id from conversation where workspace_id = ${tx.workspace} and person_id = any(${array(people, 'uuid')})
    ), word as (
      select m.id, m.at, m.conversation_id, m.room_id, r.by
      from talk join message m on m.conversation_id = talk.id left join reply r on r.id = m.reply_id
      where m.workspace_id = ${tx.workspace} and m.us and m.deleted_at is null and m.at between ${since} and ${at}
      union all
      select r.id, r.at, r.conversation_id, o.room_id, r.by
      from talk join reply r on r.conversation_id = talk.id join outbox o on o.reply_id = r.id
      where r.workspace_id = ${tx.workspace} and o.state = 'sent' and r.at between ${since} and ${at}
        and not exists (select from message m where m.conversation_id = r.conversation_id and m.reply_id = r.id)
    )
    select w.at, w.conversation_id, w.room_id, a.question_id, w.by
    from (select * from word order by at, id limit ${MOST_TOUCHES}) w
    left join lateral (
      select question_id from asking
      where conversation_id = w.conversation_id and question_id is not null and at <= w.at order by at desc, message_id desc limit 1
    ) a on true
    order by w.at, w.id`)
}
