/** What erases a person: the statements, table by table. The caller holds the filing, so that nothing comes meanwhile. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Unasked } from '../question/unasked.ts'
import type { Trace } from './forgotten.ts'
import { repliesTo } from './held.read.ts'

/** Whether one of them is our own account. */
export const areUs = async (tx: Tx, people: readonly Id[]): Promise<boolean> =>
  (await tx.row(sql`
    select from identity where workspace_id = ${tx.workspace} and person_id = any(${array(people, 'uuid')}) and us limit 1`)) !==
  null

/** By what they, and what is erased with them, would be known again. */
export async function tracesOf(tx: Tx, people: readonly Id[], messages: readonly Id[]): Promise<Trace[]> {
  const rows = await tx.rows<{ trace: Trace }>(sql`
    select json_build_array('name', channel, external_id) as trace from identity
    where workspace_id = ${tx.workspace} and person_id = any(${array(people, 'uuid')})
    union all
    select json_build_array('message', r.channel, m.source, m.external_id) from message m join room r on r.id = m.room_id
    where m.workspace_id = ${tx.workspace} and m.id = any(${array(messages, 'uuid')})
    union all
    select json_build_array('order', number) from customer_order o where ${theirOrders(tx, people)}`)
  return rows.map(({ trace }) => trace)
}

/** Also those that wait for one of several who share a mail address with them. */
const theirOrders = (tx: Tx, people: readonly Id[]) => sql`
  o.workspace_id = ${tx.workspace} and (o.person_id = any(${array(people, 'uuid')}) or (
    o.person_id is null and o.buyer_mail in (select mail_key from identity where person_id = any(${array(people, 'uuid')}))))`

/** Orders, and of what signed doors refused whatever may name them. */
export async function eraseOrders(tx: Tx, people: readonly Id[]): Promise<void> {
  tx.send(sql`
    update hook_delivery d set body = null
    where d.workspace_id = ${tx.workspace} and d.body is not null and exists (
      select from (
        select unnest(array[i.handle, i.external_id, i.mail_key, i.name, p.name]) as name
        from person p left join identity i on i.person_id = p.id where p.id = any(${array(people, 'uuid')})
        union all
        select unnest(array[o.number, o.buyer_mail, o.buyer_name]) from customer_order o where ${theirOrders(tx, people)}
      ) theirs
      where length(name) > 2 and position(lower(name) in lower(d.body)) > 0)`)
  await tx.run(sql`delete from customer_order o where ${theirOrders(tx, people)}`)
}

/** Takes what they ask out of the questions; gives it as it was, for their wordings. */
export const unaskAllOf = (tx: Tx, people: readonly Id[]): Promise<Unasked[]> =>
  tx.rows(sql`
    delete from asking a using message m
    where a.workspace_id = ${tx.workspace} and m.id = a.message_id and m.person_id = any(${array(people, 'uuid')})
    returning a.message_id as id, a.question_id, m.title, m.text`)

export type Doomed = { messages: Id[]; replies: Id[]; conversations: Id[]; externalIds: string[] }

/**
 * What they said, what we said to them, and the conversations that it touches. Ours are: our replies, our answers to what they
 * said, and where nobody else speaks everything since their first word. What others said stays theirs.
 */
export async function doomed(tx: Tx, ids: readonly Id[]): Promise<Doomed> {
  const people = array(ids, 'uuid')
  const row = await tx.row<Doomed>(sql`
    with theirs as (
      select id, conversation_id, external_id, at from message where workspace_id = ${tx.workspace} and person_id = any(${people}) and not us
    ), replied as (${repliesTo(people)}
    ), talks as (
      select conversation_id as id, min(at) as since from theirs group by 1
    ), ours as (
      select o.id from replied join reply r on r.id = replied.id join message o on o.conversation_id = r.conversation_id and o.reply_id = r.id
      where o.us
      union
      select o.id from theirs t join message o on o.conversation_id = t.conversation_id and o.parent_external_id = t.external_id
      where o.us
      union
      select o.id from talks join message o on o.conversation_id = talks.id and o.us and o.at >= talks.since
      where not exists (select from message other where other.conversation_id = talks.id and not other.us and other.person_id <> all(${people}))
    )
    select array(select id from theirs union select id from ours) as messages,
      array(select id from replied) as replies,
      array(select external_id from theirs) as external_ids,
      array(select id from talks union select id from conversation where workspace_id = ${tx.workspace} and person_id = any(${people})) as conversations`)
  return row ?? { messages: [], replies: [], conversations: [], externalIds: [] }
}

/** Messages and replies, and all that hangs on them; notes where the conversation was theirs. Gives the conversations that stay. */
export async function eraseWords(tx: Tx, ids: readonly Id[], it: Doomed): Promise<Id[]> {
  const [people, talks, external] = [array(ids, 'uuid'), array(it.conversations, 'uuid'), array(it.externalIds, 'text')]
  tx.send(sql`
    update message set parent_external_id = null
    where workspace_id = ${tx.workspace} and conversation_id = any(${talks}) and parent_external_id = any(${external})`)
  tx.send(sql`delete from reply where workspace_id = ${tx.workspace} and id = any(${array(it.replies, 'uuid')})`)
  tx.send(sql`delete from message where workspace_id = ${tx.workspace} and id = any(${array(it.messages, 'uuid')})`)
  tx.send(sql`
    delete from note n using conversation c
    where n.workspace_id = ${tx.workspace} and n.conversation_id = c.id and c.person_id = any(${people})`)
  tx.send(sql`
    delete from conversation c
    where c.workspace_id = ${tx.workspace} and c.id = any(${talks}) and not exists (select from message where conversation_id = c.id)`)
  // Where their message was the first, its id may name them.
  const kept = await tx.rows<{ id: Id }>(sql`
    update conversation set
      person_id = case when person_id = any(${people}) then null else person_id end,
      thread_key = case when thread_key = any(${external}) then 'forgotten:' || id else thread_key end
    where workspace_id = ${tx.workspace} and id = any(${talks})
    returning id`)
  return kept.map(({ id }) => id)
}

/** Names, moments, ties, joins, and what happened to them go with the person. */
export async function erasePeople(tx: Tx, ids: readonly Id[]): Promise<void> {
  await tx.run(sql`delete from person where workspace_id = ${tx.workspace} and id = any(${array(ids, 'uuid')})`)
}

/** Answers that wait for a request to come again: those that name anything of theirs. */
export async function eraseAnswers(tx: Tx, ids: readonly Id[]): Promise<void> {
  await tx.run(sql`
    delete from answered_request
    where workspace_id = ${tx.workspace}
      and array(select (regexp_matches(body::text, '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'g'))[1]) && ${array(ids, 'text')}`)
}
