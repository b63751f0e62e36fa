/** To whom the promise of their room runs out, and when. Reads only. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Beyond } from '../speaking/speaking.ts'
import { charters } from './charter.store.ts'
import { type Charter, promisedBy } from './charter.ts'
import { type Calendar, calendarOf } from './hours.ts'

type Waiting = { id: Id; room: { id: Id }; waitingSince: Date | null }

/** By conversation, of those in whom somebody waits and was promised something. */
export async function promisesTo(tx: Tx, lines: readonly Waiting[]): Promise<Map<Id, Date>> {
  const known = await charters(tx)
  const calendars = new Map<Id, Calendar>()
  const promised = lines.flatMap(({ id, room, waitingSince }) => {
    const charter = known.get(room.id)
    return waitingSince && charter && Object.keys(charter.promises).length > 0
      ? [{ id, room: room.id, since: waitingSince, charter }]
      : []
  })
  if (promised.length === 0) return new Map()
  const labels = await labelsOf(
    tx,
    promised.map(({ id }) => id),
  )
  return new Map(
    promised.flatMap(({ id, room, since, charter }): [Id, Date][] => {
      const calendar = calendars.get(room) ?? calendarOf(charter.hours)
      calendars.set(room, calendar)
      const by = promisedBy(charter, { since, labels: labels.get(id) ?? [] }, calendar)
      return by ? [[id, by]] : []
    }),
  )
}

/** What whoever waits wants: of each conversation the labels of their newest message. */
async function labelsOf(tx: Tx, ids: readonly Id[]): Promise<Map<Id, string[]>> {
  const rows = await tx.rows<{ id: Id; labels: string[] }>(sql`
    select wanted.id, m.labels
    from unnest(${array(ids, 'uuid')}) as wanted (id)
    cross join lateral (
      select labels from message where conversation_id = wanted.id and not us and deleted_at is null order by at desc, id desc limit 1) m`)
  return new Map(rows.map(({ id, labels }) => [id, labels]))
}

const MOST_LOOKED_AT = 500

/** Of the 500 who have waited longest in a room, those who wait beyond its promise. */
export async function beyondPromise(tx: Tx, room: Id, charter: Charter, now: Date): Promise<Beyond> {
  const shortest = Math.min(...Object.values(charter.promises))
  const cutoff = Number.isFinite(shortest) ? calendarOf(charter.hours).before(now, shortest) : null
  if (cutoff === null) return { count: 0, longest: null }
  const waiting = await tx.rows<{ id: Id; waitingSince: Date }>(sql`
    select id, waiting_since from conversation
    where workspace_id = ${tx.workspace} and room_id = ${room} and state = 'open'
      and (case when waiting_since is null then 'infinity' else waiting_since end) < ${cutoff}
    order by (case when waiting_since is null then 'infinity' else waiting_since end), id
    limit ${MOST_LOOKED_AT}`)
  const promises = await promisesTo(
    tx,
    waiting.map((it) => ({ ...it, room: { id: room } })),
  )
  const beyond = waiting.filter(({ id }) => (promises.get(id) ?? now) < now)
  const [first] = beyond
  return { count: beyond.length, longest: first ? { conversationId: first.id, since: first.waitingSince } : null }
}
