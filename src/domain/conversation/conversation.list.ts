/** Conversations as the lists and the screen show them. Reads only. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Standing } from './conversation.ts'

export type Line = {
  id: Id
  state: Standing['is']
  room: { id: Id; name: string; channel: string }
  person: { id: Id; name: string; handle: string | null; avatar: string | null } | null
  title: string | null
  preview: string
  reasons: string[]
  waitingSince: Date | null
  lastAt: Date
  messages: number
  assignee: { id: Id; name: string; role: 'owner' | 'admin' | 'teammate' | 'guest' } | null
  snoozedUntil: Date | null
  trouble: 'refused' | 'unknown' | null
}

export type Wanted = {
  state: Standing['is'] | 'all'
  room: Id | null
  /** `none`: those that nobody holds. */
  assignee: Id | 'none' | null
  /** Only those whose last reply was refused, or may not have arrived. */
  unsaid?: boolean
  /** Without those of people who are hidden on that day (`2026-06-01`). */
  hiddenOn?: string
  /** Only these; null: all. */
  ids: readonly Id[] | null
  order: 'longest' | 'newest'
  after: Place | null
  most: number
}

/** Where a page ended. `at` is a time, or `infinity` for those in whom nobody waits. */
export type Place = { at: string; id: Id }

/** A page, and where the next begins. `longest`: who has waited longest comes first, who does not wait last. */
export async function list(tx: Tx, wanted: Wanted): Promise<{ lines: Line[]; next: Place | null }> {
  const longest = wanted.order === 'longest'
  // As the indexes spell it.
  const key = longest ? sql`case when c.waiting_since is null then 'infinity' else c.waiting_since end` : sql`c.last_at`
  const where = [sql`c.workspace_id = ${tx.workspace}`]
  if (wanted.state !== 'all') where.push(sql`c.state = ${wanted.state}`)
  if (wanted.unsaid) where.push(sql`c.trouble is not null`)
  if (wanted.room !== null) where.push(sql`c.room_id = ${wanted.room}`)
  if (wanted.assignee === 'none') where.push(sql`c.assignee_id is null`)
  else if (wanted.assignee !== null) where.push(sql`c.assignee_id = ${wanted.assignee}`)
  if (wanted.hiddenOn !== undefined) where.push(notHidden(tx, wanted.hiddenOn))
  if (wanted.ids !== null) where.push(sql`c.id = any(${array(wanted.ids, 'uuid')})`)
  if (wanted.after !== null)
    where.push(
      sql`(${key}, c.id) ${sql.raw(longest ? '>' : '<')} (${wanted.after.at}::timestamptz, ${wanted.after.id}::uuid)`,
    )
  const direction = sql.raw(longest ? 'asc' : 'desc')
  const rows = await tx.rows<Line & { key: string }>(sql`
    select ${columns}, (${key})::text as key
    from (
      select * from conversation c
      where ${sql.join(where, sql` and `)}
      order by ${key} ${direction}, c.id ${direction}
      limit ${sql.lit(wanted.most + 1)}
    ) c
    ${joins}
    order by ${key} ${direction}, c.id ${direction}`)
  const lines = rows.slice(0, wanted.most)
  const last = lines.at(-1)
  return {
    lines: lines.map(({ key: _, ...line }) => line),
    next: rows.length > wanted.most && last ? { at: last.key, id: last.id } : null,
  }
}

// Who is hidden is asked once a page: they are few.
const notHidden = (tx: Tx, today: string) => sql`
  (c.person_id is null or c.person_id <> all(array(
    select each.id from rung r join person p on p.id = r.person_id
    join person each on each.head_id = p.head_id
    where r.workspace_id = ${tx.workspace} and r.lifted_at is null and r.until_day >= ${today}::date and r.rung = 'hide')))`

export const line = (tx: Tx, id: Id): Promise<Line | null> =>
  tx.row(sql`select ${columns} from conversation c ${joins} where c.workspace_id = ${tx.workspace} and c.id = ${id}`)

/** What these began, newest first: all who are one human. */
export const linesOfPeople = (tx: Tx, people: readonly Id[], most: number): Promise<Line[]> =>
  tx.rows(sql`
    select ${columns}
    from (select * from conversation where workspace_id = ${tx.workspace} and person_id = any(${array(people, 'uuid')}) order by last_at desc limit ${most}) c
    ${joins}
    order by c.last_at desc`)

// Somebody who is joined to another bears that one's name; the handle is of the identity they use on this room's channel.
const columns = sql`
  c.id, c.state, c.title, c.preview, c.reasons, c.waiting_since, c.last_at, c.messages, c.snoozed_until, c.trouble,
  json_build_object('id', r.id, 'name', r.name, 'channel', r.channel) as room,
  case when p.id is not null then json_build_object('id', coalesce(h.id, p.id), 'name', coalesce(h.name, p.name), 'handle', i.handle, 'avatar', i.avatar) end as person,
  case when t.id is not null then json_build_object('id', t.id, 'name', t.name, 'role', t.role) end as assignee`

// Every conversation has its room; a left join tells the planner to begin with the conversations.
const joins = sql`
  left join room r on r.id = c.room_id
  left join person p on p.id = c.person_id
  left join person h on h.id = p.joined_to
  left join lateral (select handle, avatar from identity where person_id = p.id order by channel = r.channel desc, id limit 1) i on true
  left join teammate t on t.id = c.assignee_id`

export type Counts = { needsUs: number; mine: number; waiting: number; snoozed: number; done: number; unsaid: number }

/** How many stand in each view; counting stops at `most`. */
export async function counts(tx: Tx, { me, today }: { me: Id; today: string }, most: number): Promise<Counts> {
  const upTo = (where: ReturnType<typeof sql>) =>
    sql`(select count(*) from (select from conversation c where workspace_id = ${tx.workspace} and ${where} limit ${most}) counted)`
  const row = await tx.row<Counts>(sql`
    select ${upTo(sql`state = 'open' and ${notHidden(tx, today)}`)} as needs_us,
      ${upTo(sql`assignee_id = ${me} and state = 'open' and ${notHidden(tx, today)}`)} as mine,
      ${upTo(sql`state = 'waiting'`)} as waiting,
      ${upTo(sql`state = 'snoozed'`)} as snoozed,
      ${upTo(sql`state = 'done'`)} as done,
      ${upTo(sql`trouble is not null`)} as unsaid`)
  return row ?? { needsUs: 0, mine: 0, waiting: 0, snoozed: 0, done: 0, unsaid: 0 }
}
