/** Messages as they lie in the database: what is held, what is new, what was taken back. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Unasked } from '../question/unasked.ts'
import type { Said } from './heard.ts'
import { content, keyOf, understanding } from './message.ts'
import type { Held } from './threading.ts'
import { type Taught, understoodBy } from './understood.ts'

export type HeldMessage = {
  id: Id
  externalId: string
  source: string
  conversationId: Id
  personId: Id
  us: boolean
  deleted: boolean
}

/** Messages of a room by their ids on the channel; what was taken back is held too, so that a replay does not bring it back. */
export const byExternalId = (tx: Tx, roomId: Id, externalIds: readonly string[]): Promise<HeldMessage[]> =>
  tx.rows(sql`
    select id, external_id, source, conversation_id, person_id, us, deleted_at is not null as deleted
    from message
    where workspace_id = ${tx.workspace} and room_id = ${roomId} and external_id = any(${array(externalIds, 'text')})`)

/** Conversations that were started by replies to a message which had not been heard. */
export async function waitingFor(tx: Tx, roomId: Id, externalIds: readonly string[]): Promise<Held['waitingFor']> {
  const rows = await tx.rows<{ id: Id; threadKey: string }>(sql`
    select id, thread_key
    from conversation
    where workspace_id = ${tx.workspace} and room_id = ${roomId} and thread_key = any(${array(externalIds, 'text')})`)
  return new Map(rows.map(({ id, threadKey }) => [threadKey, id]))
}

/** First messages of these conversations that were never heard: replies to them were. */
export async function unheard(tx: Tx, conversationIds: readonly Id[]): Promise<string[]> {
  const rows = await tx.rows<{ threadKey: string }>(sql`
    select c.thread_key
    from conversation c
    where c.workspace_id = ${tx.workspace} and c.id = any(${array(conversationIds, 'uuid')})
      and not exists (
        select from message m
        where m.workspace_id = c.workspace_id and m.room_id = c.room_id and m.external_id = c.thread_key
        offset 0 -- each by its id: all messages of the room are never read for a few
      )`)
  return rows.map((row) => row.threadKey)
}

/** What a change of messages touched: their conversations, and the questions out of which they go. */
export type Touched = { conversations: Id[]; unasked: Unasked[] }

/** Edits that really change something, understood anew. Whether they ask is to be looked at anew too. */
export async function edit(
  tx: Tx,
  roomId: Id,
  edited: readonly Said[],
  { at, taught }: { at: Date; taught: Taught },
): Promise<Touched & { messages: Id[] }> {
  if (edited.length === 0) return { conversations: [], unasked: [], messages: [] }
  const rows = edited.map((said) => ({
    external_id: keyOf(said.id),
    source: keyOf(said.source),
    ...content(said),
    ...understanding(said.author.us ? null : understoodBy(taught, said)),
  }))
  const changed = await unasking(
    tx,
    sql`
    update message m
    set title = e.title, text = e.text, url = e.url, langs = e.langs, links = e.links, mentions = e.mentions, tags = e.tags,
      images = e.images, search = e.search, language = e.language, labels = e.labels, mood = e.mood, mood_sure = e.mood_sure,
      urgency = e.urgency, edited_at = ${at}
    from json_populate_recordset(null::message, ${JSON.stringify(rows)}::json) e
    where m.workspace_id = ${tx.workspace} and m.room_id = ${roomId} and m.external_id = e.external_id and m.source = e.source
      and m.deleted_at is null and (m.text, m.title) is distinct from (e.text, e.title)`,
  )
  return { ...touched(changed), messages: changed.map(({ id }) => id) }
}

/** Takes them back: the row stays, so that they don't return; what was said is gone. */
export async function takeBack(
  tx: Tx,
  roomId: Id,
  gone: readonly { source: string; id: string }[],
  at: Date,
): Promise<Touched> {
  if (gone.length === 0) return { conversations: [], unasked: [] }
  const rows = gone.map(({ source, id }) => ({ external_id: keyOf(id), source: keyOf(source) }))
  return blanked(
    tx,
    sql`
      update message m
      set ${blank(at)}
      from json_to_recordset(${JSON.stringify(rows)}::json) as g (external_id text, source text)
      where m.workspace_id = ${tx.workspace} and m.room_id = ${roomId} and m.external_id = g.external_id and m.source = g.source
        and m.deleted_at is null`,
  )
}

/** Their account is gone from the channel: so is what they said there. */
export async function takeBackAllOf(tx: Tx, roomId: Id, channel: string, authorId: string, at: Date): Promise<Touched> {
  return blanked(
    tx,
    sql`
      update message m
      set ${blank(at)}
      from identity i
      where i.workspace_id = ${tx.workspace} and i.channel = ${channel} and i.external_id = ${authorId}
        and m.identity_id = i.id and m.room_id = ${roomId} and m.deleted_at is null`,
  )
}

/** With a message goes what was said of it. */
async function blanked(tx: Tx, update: ReturnType<typeof sql>): Promise<Touched> {
  const also = sql`,
      unjudged as (delete from judgement j using changed where j.workspace_id = ${tx.workspace} and j.message_id = changed.id),
      uncorrected as (delete from correction c using changed where c.workspace_id = ${tx.workspace} and c.message_id = changed.id)`
  return touched(await unasking(tx, update, also))
}

type Changed = { id: Id; conversationId: Id; title: string | null; text: string; asked: boolean; questionId: Id | null }

/** Changes messages `m`, and takes those that asked out of their questions. Gives what they said before. */
const unasking = (tx: Tx, update: ReturnType<typeof sql>, also = sql``): Promise<Changed[]> =>
  tx.rows(sql`
    with changed as (${update} returning m.id, m.conversation_id, old.title, old.text)${also},
      unasked as (
        delete from asking a using changed where a.workspace_id = ${tx.workspace} and a.message_id = changed.id
        returning a.message_id, a.question_id
      )
    select c.id, c.conversation_id, c.title, c.text, u.message_id is not null as asked, u.question_id
    from changed c left join unasked u on u.message_id = c.id`)

const touched = (changed: readonly Changed[]): Touched => ({
  conversations: [...new Set(changed.map((row) => row.conversationId))],
  unasked: changed.filter(({ asked }) => asked),
})

const blank = (at: Date) => sql`
  deleted_at = ${at}, text = '', title = null, url = null, links = '{}', mentions = '{}', tags = '{}', images = '[]', search = '',
  language = null, labels = '{}', mood = null, mood_sure = null, urgency = null`
