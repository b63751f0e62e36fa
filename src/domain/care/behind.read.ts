/** The talks behind a number of the care page. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { endings, intentOf, lastAsked, type Span } from './waited.read.ts'

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
    sql`a.workspace_id = ${tx.workspace} and a.at > ${from} and a.at <= ${to} and p.kind = 'human'`,
    ...(room === null ? [] : [sql`a.room_id = ${room}`]),
    ...(intent === null ? [] : [sql`${intentOf} = ${intent}`]),
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

function ends(tx: Tx, { which, room, intent, span, most }: Wanted) {
  const where = [
    which === 'reopened' ? sql`e.reopened_at > e.closed_at` : sql`true`,
    ...(room === null ? [] : [sql`c.room_id = ${room}`]),
    ...(intent === null ? [] : [sql`${intentOf} = ${intent}`]),
  ]
  return tx.rows<Found>(sql`
    select c.id, c.id as conversation_id, h.name as person, r.name as room, left(coalesce(c.title, c.preview), 300) as text,
      e.closed_at as at, case when e.reopened_at > e.closed_at then e.reopened_at end as until, null as waited, count(*) over () as all
    from ${endings(tx, span)} join person h on h.id = p.head_id join room r on r.id = c.room_id
    ${intent === null ? sql`` : lastAsked}
    where ${sql.join(where, sql` and `)}
    order by e.closed_at desc, c.id
    limit ${most}`)
}
