/** Replies and their place in the outbox. A reply and its outbox row are written together; `attempt` is the fence. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Leaving, Settled } from './reply.ts'

export type NewReply = {
  id: Id
  conversationId: Id
  roomId: Id
  inReplyTo: Id | null
  by: Id
  at: Date
  text: string
  key: string
  leavesAt: Date
  /** Known beforehand where the key decides it: the reply may be heard back before the channel's answer is here. */
  externalId: string | null
  /** `sent`: a teammate answered on the channel itself. */
  state: 'queued' | 'sent'
}

export class ReplyMissing extends Error {
  override name = 'ReplyMissing'
  constructor(id: string) {
    super(`There is no reply ${id} here.`)
  }
}

export async function write(tx: Tx, reply: NewReply): Promise<void> {
  await tx.run(sql`
    insert into reply (id, workspace_id, conversation_id, in_reply_to, by, at, text)
    values (${reply.id}, ${tx.workspace}, ${reply.conversationId}, ${reply.inReplyTo}, ${reply.by}, ${reply.at}, ${reply.text})`)
  await tx.run(sql`
    insert into outbox (reply_id, workspace_id, room_id, key, state, leaves_at, external_id, settled_at)
    values (${reply.id}, ${tx.workspace}, ${reply.roomId}, ${reply.key}, ${reply.state}, ${reply.leavesAt}, ${reply.externalId},
      ${reply.state === 'sent' ? reply.at : null})`)
}

export type Standing = {
  id: Id
  conversationId: Id
  roomId: Id
  text: string
  by: Id
  at: Date
  inReplyTo: Id | null
  state: 'queued' | 'sending' | 'sent' | 'refused' | 'unknown'
  leavesAt: Date
  why: string | null
  attempt: number
}

/** Locked until the transaction ends. Throws ReplyMissing. */
export async function forChange(tx: Tx, id: Id): Promise<Standing> {
  const row = await tx.row<Standing>(sql`
    select r.id, r.conversation_id, o.room_id, r.text, r.by, r.at, r.in_reply_to, o.state, o.leaves_at, o.why, o.attempt
    from reply r join outbox o on o.reply_id = r.id
    where r.workspace_id = ${tx.workspace} and r.id = ${id}
    for update of o`)
  if (!row) throw new ReplyMissing(id)
  return row
}

export const remove = (tx: Tx, id: Id): Promise<number> =>
  tx.run(sql`delete from reply where workspace_id = ${tx.workspace} and id = ${id}`)

export const queueAgain = (tx: Tx, id: Id, leavesAt: Date): Promise<number> =>
  tx.run(sql`
    update outbox set state = 'queued', leaves_at = ${leavesAt}, why = null, settled_at = null
    where workspace_id = ${tx.workspace} and reply_id = ${id}`)

/** A person looked on the channel and found it there. */
export const markSent = (tx: Tx, id: Id, at: Date): Promise<number> =>
  tx.run(sql`
    update outbox set state = 'sent', why = null, settled_at = ${at}
    where workspace_id = ${tx.workspace} and reply_id = ${id}`)

/** Replies of any workspace that may leave now: due, and nobody alive holds them. */
export const leaving = (
  tx: Omit<Tx, 'workspace'>,
  now: Date,
  most: number,
): Promise<{ workspaceId: Id; replyId: Id }[]> =>
  tx.rows(sql`select workspace_id, reply_id from replies_leaving(${now}, ${most})`)

/**
 * Takes hold of a reply for `worker`; null: another was quicker. `triedBefore`: a worker died while it held
 * it, so that it may have arrived.
 */
export function claim(tx: Tx, id: Id, worker: number, now: Date, leasedUntil: Date): Promise<Leaving | null> {
  return tx.row<Leaving>(sql`
    with held as (
      select o.reply_id, o.state = 'sending' as tried_before
      from outbox o
      where o.workspace_id = ${tx.workspace} and o.reply_id = ${id} and o.leaves_at <= ${now}
        and (o.state = 'queued' or o.state = 'sending' and (o.leased_until < ${now} or not exists (
          select from pg_locks where locktype = 'advisory' and classid = 7400 and objid = o.worker::oid and granted)))
      for update skip locked
    ), claimed as (
      update outbox o
      set state = 'sending', attempt = o.attempt + 1, worker = ${worker}, leased_until = ${leasedUntil}
      from held where o.reply_id = held.reply_id
      returning o.reply_id, o.room_id, o.key, o.attempt, held.tried_before
    )
    select c.reply_id, r.conversation_id, c.room_id, c.key, r.text, r.at, c.attempt, c.tried_before,
      (select json_build_object('id', m.external_id, 'langs', m.langs) from message m where m.id = r.in_reply_to and m.deleted_at is null) as parent,
      exists (select from first_word f where f.reply_id = r.id) as first
    from claimed c join reply r on r.id = c.reply_id`)
}

/** Holds on for another while; false: the hold was lost, and its holder must not settle. */
export async function renew(tx: Tx, id: Id, attempt: number, leasedUntil: Date): Promise<boolean> {
  const renewed = await tx.run(sql`
    update outbox set leased_until = ${leasedUntil}
    where workspace_id = ${tx.workspace} and reply_id = ${id} and attempt = ${attempt} and state = 'sending'`)
  return renewed > 0
}

/** Writes what became of a try; false: a newer attempt has it, and this one's word no longer counts. */
export async function settleOutbox(tx: Tx, id: Id, attempt: number, settled: Settled, at: Date): Promise<boolean> {
  const external = settled.is === 'sent' ? settled : { externalId: null, url: null }
  const done = await tx.run(sql`
    update outbox
    set state = ${settled.is}, worker = null, leased_until = null, why = ${settled.is === 'sent' ? null : settled.why},
      leaves_at = ${settled.is === 'queued' ? sql`${settled.leavesAt}::timestamptz` : sql`leaves_at`},
      external_id = coalesce(${external.externalId}, external_id), url = ${external.url},
      settled_at = ${settled.is === 'queued' ? null : at}
    where workspace_id = ${tx.workspace} and reply_id = ${id} and attempt = ${attempt} and state = 'sending'`)
  return done > 0
}

/** Which of these messages are replies of ours, by their ids on the channel. */
export async function replyByExternalId(tx: Tx, roomId: Id, externalIds: readonly string[]): Promise<Map<string, Id>> {
  if (externalIds.length === 0) return new Map()
  const rows = await tx.rows<{ externalId: string; replyId: Id }>(sql`
    select external_id, reply_id from outbox
    where workspace_id = ${tx.workspace} and room_id = ${roomId} and external_id = any(${array(externalIds, 'text')})`)
  return new Map(rows.map(({ externalId, replyId }) => [externalId, replyId]))
}

/** Which of them a message heard back has taken the place of. */
export const saidSince = (tx: Tx, conversationId: Id, id: Id): Promise<{ by: Id; at: Date } | null> =>
  tx.row(sql`
    select by, at from reply
    where workspace_id = ${tx.workspace} and conversation_id = ${conversationId}
      and at > coalesce((select at from reply where id = ${id}), (select greatest(at, heard_at) from message where id = ${id}), '-infinity')
    order by at desc limit 1`)
