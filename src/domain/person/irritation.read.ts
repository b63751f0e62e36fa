/** What irritation is read from: the moods of somebody's last messages, and how many of them we have not answered. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Mooded } from '../../understanding/slope.ts'
import { type Irritated, irritated } from './irritation.ts'

type Asked = { id: Id; person: { id: Id } | null; waitingSince: Date | null }

const LAST = 6
/** Nobody reads a larger number. */
const MOST_UNANSWERED = 20

/** By conversation; who is not irritated is not among them. Two questions for a whole page. */
export async function irritations(tx: Tx, lines: readonly Asked[]): Promise<Map<Id, Irritated>> {
  const people = [...new Set(lines.flatMap(({ person }) => person?.id ?? []))]
  if (people.length === 0) return new Map()
  const waiting = lines.flatMap(({ id, waitingSince }) => (waitingSince === null ? [] : id))
  const [moods, counts] = await Promise.all([moodsOf(tx, people), unanswered(tx, waiting)])
  return new Map(
    lines.flatMap(({ id, person }) => {
      const it = person && irritated(moods.get(person.id) ?? [], counts.get(id) ?? 0)
      return it === null ? [] : [[id, it]]
    }),
  )
}

async function moodsOf(tx: Tx, people: readonly Id[]): Promise<Map<Id, Mooded[]>> {
  const rows = await tx.rows<Mooded & { personId: Id }>(sql`
    select p.id as person_id, last.at, last.mood, last.mood_sure as sure
    from unnest(${array(people, 'uuid')}) as p (id)
    cross join lateral (
      select at, mood, mood_sure from message
      where person_id = p.id and not us and mood is not null
      order by at desc limit ${LAST}
    ) last`)
  return Map.groupBy(rows, ({ personId }) => personId)
}

async function unanswered(tx: Tx, conversations: readonly Id[]): Promise<Map<Id, number>> {
  if (conversations.length === 0) return new Map()
  const rows = await tx.rows<{ id: Id; count: number }>(sql`
    select c.id, (
      select count(*) from (
        select from message m
        where m.conversation_id = c.id and m.person_id = c.person_id and not m.us and m.deleted_at is null
          and m.at > coalesce((select max(at) from message where conversation_id = c.id and us), '-infinity')
        limit ${MOST_UNANSWERED}
      ) counted
    ) as count
    from conversation c
    where c.workspace_id = ${tx.workspace} and c.id = any(${array(conversations, 'uuid')})`)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
