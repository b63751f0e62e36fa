/** Every change to a conversation goes through `change`: it locks, asks the rule, saves and records, in one transaction. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { record } from '../happening/happening.store.ts'
import type { Change, Conversation, Standing } from './conversation.ts'
import type { Word } from './waiting.ts'

export class ConversationMissing extends Error {
  override name = 'ConversationMissing'
  constructor(id: string) {
    super(`There is no conversation ${id} here.`)
  }
}

export type Changed = { now: Conversation; happenings: number[] }

/** Throws ConversationMissing. A rule that records nothing changes nothing. */
export async function change(tx: Tx, id: Id, at: Date, decide: (now: Conversation) => Change): Promise<Changed> {
  const now = (await forChange(tx, [id])).get(id)
  if (!now) throw new ConversationMissing(id)
  const { next, happened } = decide(now)
  if (next !== now) save(tx, next)
  const happenings = await record(
    tx,
    happened.map((it) => ({ ...it, at, conversationId: id, roomId: now.roomId })),
  )
  return { now: next, happenings }
}

/** Locked until the transaction ends, in one order everywhere, so that two who change many can't block each other. */
export async function forChange(tx: Tx, ids: readonly Id[]): Promise<Map<Id, Conversation>> {
  const rows = await tx.rows<Row>(sql`
    select id, room_id, state, state_at, state_by, snoozed_until, keep_on_reply, waiting_since, settled_at,
      assignee_id, trouble
    from conversation
    where workspace_id = ${tx.workspace} and id = any(${array(ids, 'uuid')})
    order by id
    for update`)
  return new Map(rows.map((row) => [row.id, fromRow(row)]))
}

/** The words of threads, light, to find who waits. What we say from here counts from the moment it is queued. */
export async function words(tx: Tx, ids: readonly Id[], isThanks: (text: string) => boolean): Promise<Map<Id, Word[]>> {
  const rows = await tx.rows<Omit<Word, 'thanks'> & { conversationId: Id; text: string }>(sql`
    select m.conversation_id, m.at, m.us, m.person_id as who, p.person_id as answers, left(m.text, 121) as text,
      not m.us and m.reasons <> '{thread}' as to_us, m.heard_at <= c.settled_at is true as settled
    from message m
    join conversation c on c.id = m.conversation_id
    left join lateral (
      select person_id from message
      where workspace_id = m.workspace_id and room_id = m.room_id and external_id = m.parent_external_id and not us
      offset 0 -- each by its id: all messages of the room are never read for a few
    ) p on true
    where m.conversation_id = any(${array(ids, 'uuid')}) and m.deleted_at is null
    union all
    select r.conversation_id, r.at, true, r.by, m.person_id, '', false, false
    from reply r
    join outbox o on o.reply_id = r.id
    left join message m on m.id = r.in_reply_to
    where r.conversation_id = any(${array(ids, 'uuid')}) and o.state <> 'refused'`)
  const threads = new Map<Id, Word[]>(ids.map((id) => [id, []]))
  for (const { conversationId, text, ...word } of rows) {
    threads.get(conversationId)?.push({ ...word, thanks: !word.us && isThanks(text) })
  }
  return threads
}

export const save = (tx: Tx, { id, standing, waitingSince, settledAt, assigneeId, trouble }: Conversation): void =>
  tx.send(sql`
    update conversation
    set state = ${standing.is}, state_at = ${standing.at}, state_by = ${standing.by},
      snoozed_until = ${standing.is === 'snoozed' ? standing.until : null},
      keep_on_reply = ${standing.is === 'snoozed' && standing.keepOnReply},
      waiting_since = ${waitingSince}, settled_at = ${settledAt}, assignee_id = ${assigneeId}, trouble = ${trouble}
    where workspace_id = ${tx.workspace} and id = ${id}`)

/** That they were not content is a reason why it is here, until they say otherwise. */
export const markNotContent = (tx: Tx, id: Id, there: boolean): void =>
  tx.send(sql`
    update conversation set reasons = array_remove(reasons, 'not-content') || ${array(there ? ['not-content'] : [], 'text')}
    where workspace_id = ${tx.workspace} and id = ${id}`)

type Row = {
  id: Id
  roomId: Id
  state: Standing['is']
  stateAt: Date
  stateBy: Id | null
  snoozedUntil: Date | null
  keepOnReply: boolean
  waitingSince: Date | null
  settledAt: Date | null
  assigneeId: Id | null
  trouble: Conversation['trouble']
}

function fromRow(row: Row): Conversation {
  const { id, roomId, waitingSince, settledAt, assigneeId, trouble } = row
  const how = { at: row.stateAt, by: row.stateBy }
  const standing: Standing =
    row.state === 'snoozed' && row.snoozedUntil
      ? { is: 'snoozed', until: row.snoozedUntil, keepOnReply: row.keepOnReply, ...how }
      : { is: row.state as Exclude<Standing['is'], 'snoozed'>, ...how }
  return { id, roomId, standing, waitingSince, settledAt, assigneeId, trouble }
}
