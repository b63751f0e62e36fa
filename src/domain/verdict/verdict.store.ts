/** Verdicts: the statements. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { storable } from '../../lib/storable.ts'
import type { Asked, Standing } from './verdict.ts'

export const asksHow = async (tx: Tx): Promise<boolean> =>
  (await tx.row<{ on: boolean }>(sql`select asks_how as on from workspace where id = ${tx.workspace}`))?.on ?? false

export const setAsksHow = (tx: Tx, on: boolean): Promise<number> =>
  tx.run(sql`update workspace set asks_how = ${on} where id = ${tx.workspace}`)

/** Who would be asked in a conversation: whoever spoke there last, or said `message`. Null: nobody of theirs is there. */
export const askedIn = (tx: Tx, conversation: Id, message: Id | null): Promise<(Asked & { personId: Id }) | null> =>
  tx.row(sql`
    select w.asks_how as on, m.person_id, h.name, p.kind, m.labels, (
        select max(r.at) from person each join verdict v on v.person_id = each.id
        join reply r on r.id = v.reply_id join outbox o on o.reply_id = r.id and o.state <> 'refused'
        where each.head_id = p.head_id) as last
    from workspace w
    join lateral (
      select person_id, labels from message
      where workspace_id = w.id and conversation_id = ${conversation} and deleted_at is null and not us
        and (${message}::uuid is null or id = ${message}::uuid)
      order by at desc, id desc limit 1
    ) m on true
    join person p on p.id = m.person_id join person h on h.id = p.head_id
    where w.id = ${tx.workspace}`)

export type NewVerdict = { id: Id; conversationId: Id; personId: Id; word: string; by: Id; at: Date }

/** The link that waits to be sent in a conversation: another is not made beside it. */
export const unsent = (tx: Tx, conversation: Id): Promise<{ word: string } | null> =>
  tx.row(sql`
    select word from verdict where workspace_id = ${tx.workspace} and conversation_id = ${conversation} and reply_id is null
      and said_at is null order by at limit 1`)

export const insertVerdict = (tx: Tx, it: NewVerdict): Promise<number> =>
  tx.run(sql`
    insert into verdict (id, workspace_id, conversation_id, person_id, word, by, at)
    values (${it.id}, ${tx.workspace}, ${it.conversationId}, ${it.personId}, ${it.word}, ${it.by}, ${it.at})`)

/** Locked until the transaction ends. Null: the word asks nothing here. */
export const verdictWorded = (
  tx: Tx,
  word: string,
): Promise<{ id: Id; conversationId: Id; replyId: Id | null } | null> =>
  tx.row(sql`
    select id, conversation_id, reply_id from verdict where workspace_id = ${tx.workspace} and word = ${word} for update`)

/** What a refused reply would ask if it were sent again; null: it asks nothing, or was not refused. */
export const refusedAsking = (tx: Tx, replyId: Id): Promise<{ conversationId: Id; inReplyTo: Id | null } | null> =>
  tx.row(sql`
    select v.conversation_id, r.in_reply_to from verdict v join reply r on r.id = v.reply_id join outbox o on o.reply_id = r.id
    where v.workspace_id = ${tx.workspace} and v.reply_id = ${replyId} and o.state = 'refused'`)

export const askWith = (tx: Tx, id: Id, { replyId, personId }: { replyId: Id; personId: Id }): Promise<number> =>
  tx.run(sql`
    update verdict set reply_id = ${replyId}, person_id = ${personId} where workspace_id = ${tx.workspace} and id = ${id}`)

export type AskedVerdict = Standing & { id: Id; conversationId: Id; workspace: string; by: string }

/** As whoever follows its link meets it, locked until the transaction ends. Null: there is none. */
export const verdictForChange = (tx: Tx, id: Id): Promise<AskedVerdict | null> =>
  tx.row(sql`
    select v.id, v.conversation_id, w.name as workspace, t.name as by, case when o.state <> 'refused' then r.at end as asked_at,
      v.content, v.words, v.changes
    from verdict v join workspace w on w.id = v.workspace_id
    left join reply r on r.id = v.reply_id left join outbox o on o.reply_id = r.id left join teammate t on t.id = coalesce(r.by, v.by)
    where v.workspace_id = ${tx.workspace} and v.id = ${id} for update of v`)

export const saveVerdict = (
  tx: Tx,
  id: Id,
  { content, words }: { content: boolean; words: string },
  at: Date,
): Promise<number> =>
  tx.run(sql`
    update verdict set content = ${content}, words = ${storable(words)}, said_at = ${at}, changes = changes + 1
    where workspace_id = ${tx.workspace} and id = ${id}`)
