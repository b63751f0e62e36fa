/** What happened, written down with the change itself: the audit log, undo and live events are this one list. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'

export type NewHappening = {
  readonly kind: string
  readonly at: Date
  readonly by: Id | null
  readonly conversationId?: Id
  readonly roomId?: Id
  readonly personId?: Id
  readonly detail?: Readonly<Record<string, unknown>>
}

export type Happening = {
  id: number
  kind: string
  at: Date
  by: Id | null
  conversationId: Id | null
  roomId: Id | null
  detail: Record<string, unknown>
}

/** PostgreSQL tells every listening process under this name when happenings are committed. */
export const CHANNEL = 'earshot'

/** Payload of CHANNEL: which happenings to read, and of what kinds they are. */
export type Told = { workspace: Id; from: number; to: number; kinds: string[] }

/**
 * Writes them as the last act of a transaction; gives their ids. Ids rise in the order of commit within a workspace,
 * because whoever writes holds the workspace's pen until the commit: a reader that saw 7 will never be surprised by 6.
 */
export async function record(tx: Tx, happened: readonly NewHappening[]): Promise<number[]> {
  if (happened.length === 0) return []
  tx.send(sql`select pg_advisory_xact_lock(hashtextextended(${tx.workspace}, 1))`)
  const rows = happened.map((it) => ({
    workspace_id: tx.workspace,
    at: it.at,
    by: it.by,
    kind: it.kind,
    conversation_id: it.conversationId ?? null,
    room_id: it.roomId ?? null,
    person_id: it.personId ?? null,
    detail: it.detail ?? {},
  }))
  const written = await tx.row<{ ids: number[] }>(sql`
    with written as (
      insert into happening (workspace_id, at, by, kind, conversation_id, room_id, person_id, detail)
      select workspace_id, at, by, kind, conversation_id, room_id, person_id, detail
      from json_populate_recordset(null::happening, ${JSON.stringify(rows)}::json)
      returning id
    )
    select json_agg(id order by id) as ids,
      pg_notify(${CHANNEL}, json_build_object('workspace', ${tx.workspace}::text, 'from', min(id), 'to', max(id),
        'kinds', ${array([...new Set(happened.map(({ kind }) => kind))], 'text')})::text)
    from written`)
  return written?.ids ?? []
}

/** In order; `after`: those with a greater id only. */
export const since = (tx: Tx, after: number, most = 1000): Promise<Happening[]> =>
  tx.rows(sql`
    select id, kind, at, by, conversation_id, room_id, detail
    from happening
    where workspace_id = ${tx.workspace} and id > ${after}
    order by id
    limit ${most}`)

export const between = (tx: Tx, { from, to }: Pick<Told, 'from' | 'to'>): Promise<Happening[]> =>
  tx.rows(sql`
    select id, kind, at, by, conversation_id, room_id, detail
    from happening
    where workspace_id = ${tx.workspace} and id between ${from} and ${to}
    order by id`)

export const newest = async (tx: Tx): Promise<number> =>
  (
    await tx.row<{ id: number }>(
      sql`select coalesce(max(id), 0) as id from happening where workspace_id = ${tx.workspace}`,
    )
  )?.id ?? 0

export const ofConversations = (tx: Tx, ids: readonly Id[], kinds: readonly string[]): Promise<Happening[]> =>
  tx.rows(sql`
    select id, kind, at, by, conversation_id, room_id, detail
    from happening
    where conversation_id = any(${array(ids, 'uuid')}) and kind = any(${array(kinds, 'text')})
    order by id`)

/** The happening, and whether it is still the last that changed its conversation (only then it can be undone). What came of it changes nothing there. */
export const undoable = (tx: Tx, id: number): Promise<(Happening & { last: boolean }) | null> =>
  tx.row(sql`
    select id, kind, at, by, conversation_id, room_id, detail,
      not exists (
        select from happening later
        where later.conversation_id = happening.conversation_id and later.id > happening.id and later.kind not in ('note', 'outcome', 'upshot', 'code')
      ) as last
    from happening
    where workspace_id = ${tx.workspace} and id = ${id} and conversation_id is not null`)
