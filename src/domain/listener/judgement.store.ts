/** Judgements: whether a message that a listener finds is about us. */
import { array, sql, type Tx } from '../../db/db.ts'
import { insert } from '../../db/insert.ts'
import type { Id } from '../../lib/ids.ts'

export type Judgement = { messageId: Id; aboutUs: boolean }
export type JudgementRow = Judgement & { by: { id: Id; name: string }; at: Date }

/** How many count for a listener's relevance, and for what to exclude: the newest. */
export const counted = { relevance: 50, tuning: 200 } as const

/** How many of the newest that the listener finds are about us; null before any. */
export type Relevance = { aboutUs: number; of: number } | null

/** Who judges a message a second time takes back the first. `found`: whether the listener finds it as it reads now. */
export async function judge(
  tx: Tx,
  judged: readonly (Judgement & { found: boolean })[],
  { listenerId, by, at }: { listenerId: Id; by: Id; at: Date },
): Promise<void> {
  await forget(
    tx,
    listenerId,
    judged.map(({ messageId }) => messageId),
  )
  insert(
    tx,
    'judgement',
    columns,
    judged.map(({ messageId, aboutUs, found }) => ({
      message_id: messageId,
      workspace_id: tx.workspace,
      listener_id: listenerId,
      about_us: aboutUs,
      found,
      by,
      at,
    })),
  )
}

const columns = {
  message_id: 'uuid',
  workspace_id: 'uuid',
  listener_id: 'uuid',
  about_us: 'boolean',
  found: 'boolean',
  by: 'uuid',
  at: 'timestamptz',
} as const

/** How many there were. */
export const forget = (tx: Tx, listenerId: Id, messageIds: readonly Id[]): Promise<number> =>
  tx.run(sql`
    delete from judgement
    where workspace_id = ${tx.workspace} and listener_id = ${listenerId} and message_id = any(${array(messageIds, 'uuid')})`)

/** The newest first. */
export const judgements = (tx: Tx, listenerId: Id, most: number): Promise<JudgementRow[]> =>
  tx.rows(sql`
    select j.message_id, j.about_us, json_build_object('id', t.id, 'name', t.name) as by, j.at
    from judgement j join teammate t on t.id = j.by
    where j.workspace_id = ${tx.workspace} and j.listener_id = ${listenerId}
    order by j.at desc, j.message_id
    limit ${most}`)

/** The listener reads otherwise now: which of what was judged it still finds. */
export const setFound = (tx: Tx, listenerId: Id, found: readonly Id[]): Promise<number> =>
  tx.run(sql`
    update judgement set found = message_id = any(${array(found, 'uuid')})
    where workspace_id = ${tx.workspace} and listener_id = ${listenerId}`)

/** Of every listener that has any, or of one. */
export async function relevances(tx: Tx, only: Id | null = null): Promise<Map<Id, NonNullable<Relevance>>> {
  const rows = await tx.rows<{ id: Id; aboutUs: number; of: number }>(sql`
    select l.id, newest.about_us, newest.of
    from listener l
    cross join lateral (
      select count(*) filter (where about_us) as about_us, count(*) as of
      from (
        select about_us from judgement
        where workspace_id = ${tx.workspace} and listener_id = l.id and found
        order by at desc, message_id
        limit ${counted.relevance}
      ) last
    ) newest
    where l.workspace_id = ${tx.workspace} and newest.of > 0 ${only === null ? sql`` : sql`and l.id = ${only}`}`)
  return new Map(rows.map(({ id, aboutUs, of }) => [id, { aboutUs, of }]))
}
