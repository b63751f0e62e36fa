/** Messages that ask: which wait to be placed in a question, which lie in one, and which of them we answered. */
import { array, sql, type Tx } from '../../db/db.ts'
import { rowset } from '../../db/rowset.ts'
import type { Id } from '../../lib/ids.ts'
import type { Unasked } from './unasked.ts'

/** Whichever of these messages ask are to be placed, and their time reckoned, soon; also anew, where they now say something else. */
export function ask(tx: Tx, messageIds: readonly Id[]): void {
  if (messageIds.length === 0) return
  tx.send(sql`
    insert into asking (message_id, workspace_id, conversation_id, room_id, person_id, at, answered_at, intent)
    select m.id, m.workspace_id, m.conversation_id, m.room_id, m.person_id, m.at, (
      select min(at) from message ours where ours.conversation_id = m.conversation_id and ours.us and ours.at > m.at),
      case when 'complaint' = any(m.labels) then 'complaint' when 'request' = any(m.labels) then 'request' else 'question' end
    from message m
    where m.workspace_id = ${tx.workspace} and m.id = any(${array(messageIds, 'uuid')}) and not m.us and m.deleted_at is null
      and 'question' = any(m.labels)
    on conflict (message_id) do update set due_at = null, intent = excluded.intent`)
}

/** Whichever of them were understood otherwise and ask no longer are taken out. */
export const unask = (tx: Tx, messageIds: readonly Id[]): Promise<Unasked[]> =>
  tx.rows(sql`
    delete from asking a using message m
    where a.workspace_id = ${tx.workspace} and a.message_id = any(${array(messageIds, 'uuid')}) and m.id = a.message_id
      and not 'question' = any(m.labels)
    returning a.message_id as id, a.question_id, m.title, m.text`)

/** What is asked in these rooms goes out of the questions that are asked elsewhere too. */
export const unaskRooms = (tx: Tx, roomIds: readonly Id[]): Promise<Unasked[]> =>
  tx.rows(sql`
    delete from asking a using message m
    where a.workspace_id = ${tx.workspace} and a.room_id = any(${array(roomIds, 'uuid')}) and m.id = a.message_id
      and exists (
        select from asking other where other.question_id = a.question_id and other.room_id <> all(${array(roomIds, 'uuid')}))
    returning a.message_id as id, a.question_id, m.title, m.text`)

/** Our words: whoever asked before them in their conversations was answered then. */
export function answered(tx: Tx, words: readonly { conversationId: Id; at: Date }[]): void {
  if (words.length === 0) return
  const rows = words.map(({ conversationId, at }) => ({ conversation_id: conversationId, at }))
  tx.send(sql`
    update asking a set answered_at = first.at
    from (
      select b.message_id, min(said.at) as at
      from ${rowset('said', { conversation_id: 'uuid', at: 'timestamptz' }, rows)}
      join asking b on b.conversation_id = said.conversation_id and b.at < said.at
      where b.workspace_id = ${tx.workspace} and b.answered_at is null
      group by b.message_id
    ) first
    where a.message_id = first.message_id`)
}

export type Due = { id: Id; roomId: Id; at: Date; title: string | null; text: string }

/** Those of them that still wait to be placed, in the order they were said. */
export const due = (tx: Tx, messageIds: readonly Id[]): Promise<Due[]> =>
  tx.rows(sql`
    select m.id, a.room_id, a.at, m.title, m.text
    from asking a join message m on m.id = a.message_id
    where a.workspace_id = ${tx.workspace} and a.message_id = any(${array(messageIds, 'uuid')}) and a.question_id is null
    order by a.at, a.message_id`)

/** Gives those that were: who was forgotten meanwhile asks no more. */
export const place = async (tx: Tx, placed: readonly { id: Id; part: Id }[]): Promise<Set<Id>> => {
  const rows = await tx.rows<{ id: Id }>(sql`
    update asking a set question_id = p.part
    from ${rowset(
      'p',
      { id: 'uuid', part: 'uuid' },
      placed.map(({ id, part }) => ({ id, part })),
    )}
    where a.workspace_id = ${tx.workspace} and a.message_id = p.id
    returning a.message_id as id`)
  return new Set(rows.map(({ id }) => id))
}

/** Those of them that lie in a question (with its parts), each with the part that it lies in. */
export const inQuestion = (tx: Tx, questionId: Id, messageIds: readonly Id[]): Promise<(Due & { questionId: Id })[]> =>
  tx.rows(sql`
    select m.id, a.room_id, a.at, m.title, m.text, a.question_id
    from asking a join message m on m.id = a.message_id join question p on p.id = a.question_id
    where a.workspace_id = ${tx.workspace} and p.root = ${questionId} and a.message_id = any(${array(messageIds, 'uuid')})
    order by a.at, a.message_id`)

/** Of each of these parts, what was asked last. */
export const newestIn = (tx: Tx, parts: readonly Id[]): Promise<(Due & { questionId: Id })[]> =>
  tx.rows(sql`
    select m.id, a.room_id, a.at, m.title, m.text, a.question_id
    from unnest(${array(parts, 'uuid')}) as part
    cross join lateral (
      select * from asking where workspace_id = ${tx.workspace} and question_id = part order by at desc, message_id desc limit 1
    ) a
    join message m on m.id = a.message_id`)

/** Of every workspace, some of one after the other. */
export const allDue = (tx: Omit<Tx, 'workspace'>, most: number): Promise<{ workspaceId: Id; messageId: Id }[]> =>
  tx.rows(sql`select workspace_id, message_id from askings_due(${most})`)
