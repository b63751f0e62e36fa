/** The talks behind a number of the care page. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { counts } from './waited.read.ts'
import { endsOf } from './waited.store.ts'
import { daysBack, figures, type Span } from './waited.ts'

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

/** The newest first, or who waited longest; and how many they are. */
export async function behind(tx: Tx, it: Wanted): Promise<{ items: BehindRow[]; all: number }> {
  const [items, all] = await Promise.all([
    it.which === 'closed' || it.which === 'reopened' ? ends(tx, it, it.which) : askings(tx, it),
    number(tx, it),
  ])
  return { items, all }
}

/** As the care page has it. */
async function number(tx: Tx, { which, room, intent, span, now }: Wanted): Promise<number> {
  const found = await counts(tx, span, now)
  const has = (it: { roomId: Id; intent: string | null }) =>
    (room === null || it.roomId === room) && (intent === null || it.intent === intent)
  const { asked, answered, due, inTime, closed, reopened } = figures(found.filter(has), [])
  return { asked, answered, 'in-time': inTime, late: due - inTime, longest: answered, closed, reopened }[which]
}

// Which of them first, and then what is said there: of a hundred thousand, two hundred are shown.
const askings = (tx: Tx, { which, room, intent, span: { from, to }, now, most }: Wanted): Promise<BehindRow[]> => {
  const where = [
    sql`workspace_id = ${tx.workspace}`,
    sql`at >= ${from}::date::timestamp at time zone 'UTC' and at < (${to}::date + 1)::timestamp at time zone 'UTC'`,
    sql`person_id <> all(array(select id from person where workspace_id = ${tx.workspace} and kind <> 'human'))`,
    ...(room === null ? [] : [sql`room_id = ${room}`]),
    ...(intent === null ? [] : [sql`intent = ${intent}`]),
  ]
  if (which === 'answered') where.push(sql`answered_at is not null`)
  if (which === 'longest') where.push(sql`open_minutes is not null`)
  if (which === 'in-time') where.push(sql`answered_at <= due_at`)
  if (which === 'late') where.push(sql`due_at <= ${now} and (answered_at is null or answered_at > due_at)`)
  const order = which === 'longest' ? sql`open_minutes desc, at desc, message_id` : sql`at desc, message_id`
  return tx.rows(sql`
    select a.message_id as id, a.conversation_id, h.name as person, r.name as room, left(m.text, 300) as text,
      a.at, a.answered_at as until, a.open_minutes * 60 as waited
    from (select * from asking where ${sql.join(where, sql` and `)} order by ${order} limit ${most}) a
    join message m on m.id = a.message_id join room r on r.id = a.room_id
    join person p on p.id = a.person_id join person h on h.id = p.head_id
    order by ${order}`)
}

/** Day by day, from the last on, until there are enough. */
async function ends(tx: Tx, { room, intent, span, most }: Wanted, which: 'closed' | 'reopened'): Promise<BehindRow[]> {
  const where = [
    which === 'reopened' ? sql`e.reopened_at is not null` : sql`true`,
    ...(room === null ? [] : [sql`e.room_id = ${room}`]),
    ...(intent === null ? [] : [sql`e.intent = ${intent}`]),
  ]
  const found: BehindRow[] = []
  for (const day of daysBack(span)) {
    if (found.length >= most) break
    found.push(
      ...(await tx.rows<BehindRow>(sql`
        select c.id, c.id as conversation_id, h.name as person, r.name as room, left(coalesce(c.title, c.preview), 300) as text,
          e.closed_at as at, e.reopened_at as until, null as waited
        from (${endsOf(tx, sql`${day}::date`)}) e join conversation c on c.id = e.id
        join person p on p.id = e.person_id join person h on h.id = p.head_id join room r on r.id = e.room_id
        where ${sql.join(where, sql` and `)}
        order by e.closed_at desc, c.id
        limit ${most - found.length}`)),
    )
  }
  return found
}
