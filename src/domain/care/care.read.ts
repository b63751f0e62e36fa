/** Minutes of care as the screens show them. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Teammate } from '../teammate/teammate.ts'

export type CareRow = {
  id: Id
  teammate: Teammate
  conversationId: Id | null
  /** The person it was spent on, else what it was about; null: the conversation is gone. */
  name: string | null
  room: { id: Id; name: string } | null
  objective: { id: Id; result: string } | null
  day: string
  /** As measured, in seconds. */
  reading: number
  writing: number
  /** What counts: as measured, or as the teammate put it right. */
  seconds: number
}

/** Null: of all; `none`: of what serves no objective, or asks nothing. `month`: `2026-06`. */
export type Wanted = {
  objective: Id | 'none' | null
  room: Id | null
  question: Id | 'none' | null
  month: string | null
  teammate: Id | null
  conversation: Id | null
  after: Place | null
  most: number
}
export type Place = { day: string; id: Id }

/** The newest days first, and where the next page begins. */
export async function care(tx: Tx, it: Wanted): Promise<{ rows: CareRow[]; next: Place | null }> {
  const rows = await tx.rows<CareRow>(sql`
    select c.id, c.conversation_id, c.day::text, c.reading, c.writing, c.reading + c.writing + c.put_right as seconds,
      json_build_object('id', t.id, 'name', t.name, 'role', t.role) as teammate,
      coalesce(h.name, talk.title, talk.preview) as name,
      case when r.id is not null then json_build_object('id', r.id, 'name', r.name) end as room,
      case when o.id is not null then json_build_object('id', o.id, 'result', o.result) end as objective
    from (select * from care c where ${sql.join(where(tx, it), sql` and `)} order by c.day desc, c.id desc limit ${it.most + 1}) c
    join teammate t on t.id = c.teammate_id
    left join conversation talk on talk.id = c.conversation_id
    left join person p on p.id = talk.person_id
    left join person h on h.id = coalesce(p.joined_to, p.id)
    left join room r on r.id = c.room_id
    left join objective o on o.id = c.objective_id
    order by c.day desc, c.id desc`)
  const page = rows.slice(0, it.most)
  const last = page.at(-1)
  return { rows: page, next: rows.length > it.most && last ? { day: last.day, id: last.id } : null }
}

function where(tx: Tx, it: Wanted) {
  const all = [sql`c.workspace_id = ${tx.workspace}`]
  if (it.objective === 'none') all.push(sql`c.objective_id is null`)
  else if (it.objective !== null) all.push(sql`c.objective_id = ${it.objective}`)
  if (it.room !== null) all.push(sql`c.room_id = ${it.room}`)
  if (it.question === 'none') all.push(sql`not exists (select from question part where part.id = c.question_id)`)
  else if (it.question !== null) all.push(sql`c.question_id in (select id from question where root = ${it.question})`)
  if (it.month !== null)
    all.push(sql`c.day >= ${`${it.month}-01`}::date and c.day < ${`${it.month}-01`}::date + interval '1 month'`)
  if (it.teammate !== null) all.push(sql`c.teammate_id = ${it.teammate}`)
  if (it.conversation !== null) all.push(sql`c.conversation_id = ${it.conversation}`)
  if (it.after !== null) all.push(sql`(c.day, c.id) < (${it.after.day}::date, ${it.after.id}::uuid)`)
  return all
}
