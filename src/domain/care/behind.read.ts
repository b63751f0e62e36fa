/** The talks behind a number of the care page. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { endsOf } from './waited.store.ts'
import type { Span } from './waited.ts'

export const which = ['asked', 'answered', 'in-time', 'late', 'longest', 'closed', 'reopened'] as const
export type Which = (typeof which)[number]

export type Wanted = { which: Which; room: Id | null; intent: string | null; span: Span; now: Date; most: number }

export type BehindRow = {
  /** What was asked; of what ended, the conversation. */
  id: Id
  conversationId: Id
  person: string
  room: string
  text: string
  /** Asked and answered; of what ended, closed and opened again. */
  at: Date
  until: Date | null
  /** In seconds within the room's hours. */
  waited: number | null
}

type Found = BehindRow & { all: number }

/** The newest first, or who waited longest; and how many they are. */
export async function behind(tx: Tx, it: Wanted): Promise<{ items: BehindRow[]; all: number }> {
  const rows = await (it.which === 'closed' || it.which === 'reopened' ? ends(tx, it) : askings(tx, it))
  return { items: rows.map(({ all: _, ...row }) => row), all: rows[0]?.all ?? 0 }
}

function askings(tx: Tx, { which, room, intent, span: { from, to }, now, most }: Wanted) {
  const where = [
    sql`a.workspace_id = ${tx.workspace} and p.kind = 'human'`,
    sql`a.at >= ${from}::date::timestamp at time zone 'UTC' and a.at < (${to}::date + 1)::timestamp at time zone 'UTC'`,
    ...(room === null ? [] : [sql`a.room_id = ${room}`]),
    ...(intent === null ? [] : [sql`a.intent = ${intent}`]),
  ]
  if (which === 'answered') where.push(sql`a.answered_at is not null`)
  if (which === 'longest') where.push(sql`a.open_minutes is not null`)
  if (which === 'in-time') where.push(sql`a.answered_at <= a.due_at`)
  if (which === 'late') where.push(sql`a.due_at <= ${now} and (a.answered_at is null or a.answered_at > a.due_at)`)
  return tx.rows<Found>(sql`
    select a.message_id as id, a.conversation_id, h.name as person, r.name as room, left(m.text, 300) as text,
      a.at, a.answered_at as until, a.open_minutes * 60 as waited, count(*) over () as all
    from asking a join message m on m.id = a.message_id join room r on r.id = a.room_id
    join person p on p.id = a.person_id join person h on h.id = p.head_id
    where ${sql.join(where, sql` and `)}
    order by ${which === 'longest' ? sql`a.open_minutes desc,` : sql``} a.at desc, a.message_id
    limit ${most}`)
}

function ends(tx: Tx, { which, room, intent, span: { from, to }, most }: Wanted) {
  const where = [
    which === 'reopened' ? sql`e.reopened_at is not null` : sql`true`,
    ...(room === null ? [] : [sql`e.room_id = ${room}`]),
    ...(intent === null ? [] : [sql`e.intent = ${intent}`]),
  ]
  return tx.rows<Found>(sql`
    select c.id, c.id as conversation_id, h.name as person, r.name as room, left(coalesce(c.title, c.preview), 300) as text,
      e.closed_at as at, e.reopened_at as until, null as waited, count(*) over () as all
    from generate_series(${from}::date, ${to}::date, interval '1 day') as day cross join lateral (${endsOf(tx, sql`day::date`)}) e
    join conversation c on c.id = e.id join person p on p.id = e.person_id join person h on h.id = p.head_id join room r on r.id = e.room_id
    where ${sql.join(where, sql` and `)}
    order by e.closed_at desc, c.id
    limit ${most}`)
}
