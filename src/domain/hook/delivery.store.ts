/** What came in by a signed door, each id once: whoever asks for the same id meanwhile waits for the first. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { storable } from '../../lib/storable.ts'

export type Delivery = { messageId: string; kind: string | null; at: Date; refused: string | null; again: boolean }

/** Holds the id until the commit. False: it was taken before, and is not to be taken again. */
export async function beginDelivery(tx: Tx, hook: Id, { id, at }: { id: string; at: Date }): Promise<boolean> {
  const fresh = await tx.run(sql`
    insert into hook_delivery (workspace_id, hook_id, message_id, at) values (${tx.workspace}, ${hook}, ${id}, ${at})
    on conflict (hook_id, message_id) do update set at = excluded.at where hook_delivery.refused is not null`)
  return fresh > 0
}

/** `refused` null: it was taken, and its words are not kept here. */
export const endDelivery = (
  tx: Tx,
  hook: Id,
  id: string,
  { kind, refused, body }: { kind: string | null; refused: string | null; body: string },
): Promise<number> =>
  tx.run(sql`
    update hook_delivery set kind = ${kind}, refused = ${refused}, body = ${refused === null ? null : storable(body)}
    where workspace_id = ${tx.workspace} and hook_id = ${hook} and message_id = ${id}`)

/** The newest first, at most `most`. */
export const deliveries = (tx: Tx, hook: Id, most: number): Promise<Delivery[]> =>
  tx.rows(sql`
    select message_id, kind, at, refused, body is not null as again from hook_delivery
    where workspace_id = ${tx.workspace} and hook_id = ${hook} order by at desc, message_id limit ${most}`)

/** The words of what was refused; null: there is nothing of it to try again. */
export const refusedBody = async (tx: Tx, hook: Id, id: string): Promise<string | null> =>
  (
    await tx.row<{ body: string | null }>(sql`
      select body from hook_delivery
      where workspace_id = ${tx.workspace} and hook_id = ${hook} and message_id = ${id} and refused is not null`)
  )?.body ?? null

/** An id is held far longer than the standard's senders try again (a few days). */
const KEPT_DAYS = 30

export const sweepDeliveries = (tx: Tx, now: Date): Promise<number> =>
  tx.run(sql`
    delete from hook_delivery
    where workspace_id = ${tx.workspace} and at < ${now}::timestamptz - make_interval(days => ${KEPT_DAYS})`)
