/** One conversation whole: what was said, what we are saying, what we noted and what happened. Reads only. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Understood } from '../message/understood.ts'
import type { Line } from './conversation.list.ts'

type Colleague = NonNullable<Line['assignee']>

export type MessageRow = {
  id: Id
  conversationId: Id
  person: Line['person']
  us: boolean
  by: Colleague | null
  at: Date
  title: string | null
  text: string
  links: string[]
  images: { url: string | null; alt: string }[]
  url: string | null
  inReplyTo: Id | null
  reasons: string[]
  edited: boolean
  /** It was said from this desk. */
  replyId: Id | null
  /** Something of it is remembered, or a teammate said no to that. */
  weighed: boolean
  /** Null: ours, or not read yet. */
  understood: (Pick<Understood, 'language' | 'labels' | 'mood'> & { corrected: boolean }) | null
}

export type ReplyRow = {
  id: Id
  text: string
  by: Colleague
  at: Date
  state: 'queued' | 'sending' | 'sent' | 'refused' | 'unknown'
  leavesAt: Date
  why: string | null
  inReplyTo: Id | null
  weighed: boolean
}

export type NoteRow = { id: Id; text: string; by: Colleague; at: Date }
export type HappeningRow = { id: number; kind: string; by: Colleague | null; at: Date; detail: Record<string, unknown> }

/** The newest `most`, oldest first. What was taken back, and words of people who are hidden, are not there. */
export const messagesOf = (tx: Tx, conversationId: Id, most: number): Promise<MessageRow[]> =>
  tx.rows(sql`
    select * from (
      select ${messageColumns}
      from message m ${messageJoins}
      where m.workspace_id = ${tx.workspace} and m.conversation_id = ${conversationId} and m.deleted_at is null and i.hidden_at is null
      order by m.at desc, m.id desc
      limit ${most}
    ) newest
    order by at, id`)

export const messagesByIds = (tx: Tx, ids: readonly Id[]): Promise<MessageRow[]> =>
  tx.rows(
    sql`select ${messageColumns} from message m ${messageJoins} where m.workspace_id = ${tx.workspace} and m.id = any(${array(ids, 'uuid')})`,
  )

const weighed = (message: ReturnType<typeof sql>, reply: ReturnType<typeof sql>) => sql`
  exists (select from moment where message_id = ${message}) or exists (select from moment where reply_id = ${reply})
    or exists (select from moment_refusal where message_id = ${message}) or exists (select from moment_refusal where reply_id = ${reply}) as weighed`

// The person by a question of its own: under row-level security the planner can't tell how many people a workspace has,
// and a join may read them all.
const messageColumns = sql`
  m.id, m.conversation_id, m.us, m.at, m.title, m.text, m.links, m.images, m.url, m.reasons, m.edited_at is not null as edited, m.reply_id,
  ${weighed(sql`m.id`, sql`m.reply_id`)},
  case when m.mood is not null then json_build_object('language', m.language, 'labels', m.labels, 'mood', m.mood,
    'corrected', exists (select from correction where message_id = m.id)) end as understood,
  (select json_build_object('id', coalesce(h.id, p.id), 'name', coalesce(h.name, p.name), 'handle', i.handle, 'avatar', i.avatar)
   from person p left join person h on h.id = p.joined_to where p.id = m.person_id) as person,
  case when t.id is not null then json_build_object('id', t.id, 'name', t.name, 'role', t.role) end as by,
  (select parent.id from message parent
   where parent.workspace_id = m.workspace_id and parent.room_id = m.room_id and parent.external_id = m.parent_external_id
   limit 1) as in_reply_to`

const messageJoins = sql`
  join identity i on i.id = m.identity_id
  left join reply r on r.id = m.reply_id
  left join teammate t on t.id = r.by`

/** Replies that no message in the thread stands for: on their way, in trouble, or answered on the channel by hand. */
export const repliesOf = (tx: Tx, conversationId: Id): Promise<ReplyRow[]> =>
  tx.rows(sql`
    select ${replyColumns}
    from reply r join outbox o on o.reply_id = r.id join teammate t on t.id = r.by
    where r.workspace_id = ${tx.workspace} and r.conversation_id = ${conversationId}
      and r.id <> all(array(select reply_id from message where conversation_id = ${conversationId} and reply_id is not null))
    order by r.at, r.id`)

export const replyById = (tx: Tx, id: Id): Promise<ReplyRow | null> =>
  tx.row(sql`
    select ${replyColumns}
    from reply r join outbox o on o.reply_id = r.id join teammate t on t.id = r.by
    where r.workspace_id = ${tx.workspace} and r.id = ${id}`)

const replyColumns = sql`
  r.id, r.text, r.at, r.in_reply_to, o.state, o.leaves_at, o.why,
  ${weighed(sql`null::uuid`, sql`r.id`)},
  json_build_object('id', t.id, 'name', t.name, 'role', t.role) as by`

export const notesOf = (tx: Tx, conversationId: Id): Promise<NoteRow[]> =>
  tx.rows(sql`
    select n.id, n.text, n.at, json_build_object('id', t.id, 'name', t.name, 'role', t.role) as by
    from note n join teammate t on t.id = n.by
    where n.workspace_id = ${tx.workspace} and n.conversation_id = ${conversationId}
    order by n.at, n.id`)

export const happenedTo = (tx: Tx, conversationId: Id, most: number): Promise<HappeningRow[]> =>
  tx.rows(sql`
    select * from (
      select h.id, h.kind, h.at, h.detail,
        case when t.id is not null then json_build_object('id', t.id, 'name', t.name, 'role', t.role) end as by
      from happening h left join teammate t on t.id = h.by
      where h.workspace_id = ${tx.workspace} and h.conversation_id = ${conversationId} and h.kind not in ('replied', 'sent', 'note', 'delayed', 'upshot', 'code', 'verdict')
      order by h.id desc limit ${most}
    ) newest
    order by id`)
