/** Questions as the list and the screen show them: how often, by whom, where, and how well we answered. Reads only. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'

export type Line = {
  id: Id
  /** As a teammate calls it, or its most typical wording. */
  name: string
  named: boolean
  asked: number
  people: number
  rooms: { id: Id; name: string; channel: string; asked: number }[]
  /** In the last four weeks, and in the four before. */
  lately: number
  before: number
  answered: number
  /** Of those that were answered: half had a word from us within so many seconds. */
  medianWait: number | null
  lastAt: Date | null
  published: { url: string; on: string } | null
  /** Which its brief serves. */
  objective: { id: Id; result: string } | null
}

export type Place = { asked: number; id: Id }
type Wanted = { order: 'asked' | 'rising'; after: Place | null; most: number; now: Date }

const FOUR_WEEKS = 28 * 86_400_000

/** `asked`: the most often asked first. `rising`: those whose asking grew most over four weeks; one page of them. */
export async function list(
  tx: Tx,
  { order, after, most, now }: Wanted,
): Promise<{ lines: Line[]; next: Place | null }> {
  const found = await tx.rows<Place>(order === 'asked' ? mostAsked(tx, after, most + 1) : rising(tx, now, most))
  const page = found.slice(0, most)
  const last = page.at(-1)
  return {
    lines: await lines(
      tx,
      page.map(({ id }) => id),
      now,
    ),
    next: order === 'asked' && found.length > most && last ? last : null,
  }
}

const mostAsked = (tx: Tx, after: Place | null, most: number) => sql<Place>`
  select id, asked from question
  where workspace_id = ${tx.workspace} and root = id and asked > 0
    ${after === null ? sql`` : sql`and (asked < ${after.asked} or (asked = ${after.asked} and id > ${after.id}))`}
  order by asked desc, id
  limit ${most}`

const rising = (tx: Tx, now: Date, most: number) => sql<Place>`
  select p.root as id, count(*) as asked
  from asking a join question p on p.id = a.question_id
  where a.workspace_id = ${tx.workspace} and a.at > ${new Date(now.getTime() - 2 * FOUR_WEEKS)}
  group by p.root
  having ${grown(now)} > 0
  order by ${grown(now)} desc, count(*) desc, p.root
  limit ${most}`

const grown = (now: Date) => {
  const since = new Date(now.getTime() - FOUR_WEEKS)
  return sql`count(*) filter (where a.at > ${since}::timestamptz) - count(*) filter (where a.at <= ${since}::timestamptz)`
}

/** In the order of the ids; a part is none. */
export async function lines(tx: Tx, ids: readonly Id[], now: Date): Promise<Line[]> {
  if (ids.length === 0) return []
  const since = new Date(now.getTime() - FOUR_WEEKS)
  const until = new Date(since.getTime() - FOUR_WEEKS)
  const wanted = array(ids, 'uuid')
  const rows = await tx.rows<Line>(sql`
    with asked as materialized (
      select p.root, a.* from question p join asking a on a.question_id = p.id where p.root = any(${wanted})
    ), counted as (
      select root, count(*) as asked, count(distinct person_id) as people, count(answered_at) as answered,
        count(*) filter (where at > ${since}) as lately, count(*) filter (where at > ${until} and at <= ${since}) as before,
        round(percentile_cont(0.5) within group (order by extract(epoch from answered_at - at))) as median_wait, max(at) as last_at
      from asked group by root
    ), rooms as (
      select root, json_agg(json_build_object('id', r.id, 'name', r.name, 'channel', r.channel, 'asked', asked) order by asked desc, r.name) as rooms
      from (select root, room_id, count(*) as asked from asked group by root, room_id) a join room r on r.id = a.room_id
      group by root
    )
    select q.id, coalesce(q.name, q.wording) as name, q.name is not null as named, coalesce(c.asked, 0) as asked,
      coalesce(c.people, 0) as people, coalesce(c.answered, 0) as answered, coalesce(c.lately, 0) as lately,
      coalesce(c.before, 0) as before, c.median_wait::float8 as median_wait, c.last_at, coalesce(rooms.rooms, '[]') as rooms,
      case when q.published_url is not null then json_build_object('url', q.published_url, 'on', q.published_on) end as published,
      (select json_build_object('id', o.id, 'result', o.result) from objective o where o.id = q.objective_id and o.let_go_at is null) as objective
    from question q left join counted c on c.root = q.id left join rooms on rooms.root = q.id
    where q.workspace_id = ${tx.workspace} and q.id = any(${wanted}) and q.root = q.id`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
