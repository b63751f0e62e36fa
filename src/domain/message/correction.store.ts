/** What teammates said that messages are, and the model that it taught their workspace. */
import { array, json, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { decodeLearned, encodeLearned, LearnedUnreadable } from '../../understanding/learning.ts'
import { understanding } from './message.ts'
import { type Label, type Taught, understoodOf, untaught } from './understood.ts'

/** Of each workspace the model that was read last: it is read and fitted anew only after a correction. */
const read = new Map<Id, { at: Date; taught: Taught }>()

/** The model of this workspace; `untaught` before the first correction, and where it was written by another version. */
export async function taughtTo(tx: Tx): Promise<Taught> {
  const now = await tx.row<{ corrections: number; at: Date }>(
    sql`select corrections, at from learned where workspace_id = ${tx.workspace}`,
  )
  if (now === null) return untaught
  const before = read.get(tx.workspace)
  if (before?.taught.corrections === now.corrections && before.at.getTime() === now.at.getTime()) return before.taught
  const row = await tx.row<{ model: Buffer }>(sql`select model from learned where workspace_id = ${tx.workspace}`)
  const taught = { learned: row ? modelFrom(row.model) : undefined, corrections: now.corrections }
  read.set(tx.workspace, { at: now.at, taught })
  return taught
}

function modelFrom(bytes: Buffer): Taught['learned'] {
  try {
    return decodeLearned(bytes)
  } catch (error) {
    if (error instanceof LearnedUnreadable) return undefined
    throw error
  }
}

/** Held until the transaction ends: two who correct at once teach one after the other. */
export async function taughtForChange(tx: Tx): Promise<Taught> {
  tx.send(sql`select pg_advisory_xact_lock(hashtextextended(${tx.workspace}, 2))`)
  return taughtTo(tx)
}

export async function keepTaught(tx: Tx, { learned, corrections }: Taught, at: Date): Promise<void> {
  if (learned === undefined) return
  await tx.run(sql`
    insert into learned (workspace_id, model, corrections, at)
    values (${tx.workspace}, ${Buffer.from(encodeLearned(learned))}, ${corrections}, ${at})
    on conflict (workspace_id) do update set model = excluded.model, corrections = excluded.corrections, at = excluded.at`)
}

/** Gives how many corrections it had been taught. What was said of single messages stays. */
export async function unteach(tx: Tx): Promise<number> {
  const row = await tx.row<{ corrections: number }>(
    sql`delete from learned where workspace_id = ${tx.workspace} returning corrections`,
  )
  return row?.corrections ?? 0
}

/** Who corrects a message again adds to what was said of it before. */
export async function correct(tx: Tx, messageId: Id, label: Label, { by, at }: { by: Id; at: Date }): Promise<Label> {
  const row = await tx.row<{ label: Label }>(sql`
    insert into correction (message_id, workspace_id, label, by, at)
    values (${messageId}, ${tx.workspace}, ${json(label)}, ${by}, ${at})
    on conflict (message_id) do update set label = correction.label || excluded.label, by = excluded.by, at = excluded.at
    returning label`)
  return row?.label ?? label
}

export type Readable = {
  id: Id
  conversationId: Id
  title: string | null
  text: string
  langs: string[]
  label: Label | null
}

/** Messages of others that are still there, to be understood. */
export const readable = (tx: Tx, ids: readonly Id[]): Promise<Readable[]> =>
  tx.rows(sql`
    select m.id, m.conversation_id, m.title, m.text, m.langs, c.label
    from message m left join correction c on c.message_id = m.id
    where m.workspace_id = ${tx.workspace} and m.id = any(${array(ids, 'uuid')}) and m.deleted_at is null and not m.us
    order by m.id`)

/** Understands them anew, and keeps it with them. */
export async function reread(tx: Tx, messages: readonly Readable[], taught: Taught): Promise<void> {
  const rows = messages.map(({ label, ...message }) => ({
    id: message.id,
    ...understanding(understoodOf(message, taught, label ?? {})),
  }))
  await tx.run(sql`
    update message m
    set language = u.language, labels = u.labels, mood = u.mood, mood_sure = u.mood_sure, urgency = u.urgency
    from json_populate_recordset(null::message, ${JSON.stringify(rows)}::json) u
    where m.workspace_id = ${tx.workspace} and m.id = u.id`)
}

/** Who said last what a message is; null: nobody did. */
export const correctionOf = (tx: Tx, messageId: Id): Promise<{ label: Label; by: { id: Id; name: string } } | null> =>
  tx.row(sql`
    select c.label, json_build_object('id', t.id, 'name', t.name) as by
    from correction c join teammate t on t.id = c.by
    where c.workspace_id = ${tx.workspace} and c.message_id = ${messageId}`)

/** Messages of every workspace that were filed before they could be understood, some of one workspace after the other. */
export const notUnderstood = (tx: Omit<Tx, 'workspace'>, most: number): Promise<{ workspaceId: Id; messageId: Id }[]> =>
  tx.rows(sql`select workspace_id, message_id from messages_not_understood(${most})`)
