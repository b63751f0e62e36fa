/** What teammates said that messages are, and the model that it taught their workspace. */
import { array, json, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { decodeLearned, encodeLearned } from '../../understanding/learning.ts'
import { understanding } from './message.ts'
import { type Label, type Taught, understoodOf, untaught } from './understood.ts'

/** The model of this workspace; `untaught` before the first correction, and where a newer program can't read an older model. */
export async function taughtTo(tx: Tx): Promise<Taught> {
  const row = await tx.row<{ model: Buffer; corrections: number }>(
    sql`select model, corrections from learned where workspace_id = ${tx.workspace}`,
  )
  return row ? { learned: decodeLearned(row.model), corrections: row.corrections } : untaught
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
