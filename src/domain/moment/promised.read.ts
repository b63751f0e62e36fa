/** Promises that are due, as they stand on the waiting list of whoever made them. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { PersonLine } from '../person/person.read.ts'

export type Promised = {
  id: Id
  text: string
  dueDay: string
  person: PersonLine
  /** Where it was made or asked for, else where they spoke last; null: nowhere. */
  conversationId: Id | null
}

export type Eyes = { me: Id; today: string }

/** What I promised and what colleagues promised who have left since, the longest overdue first. */
export const promisedBy = (tx: Tx, eyes: Eyes, most: number): Promise<Promised[]> =>
  tx.rows(sql`
    select m.id, m.text, m.due_day::text, coalesce(r.conversation_id, said.conversation_id, newest.id) as conversation_id,
      json_build_object('id', h.id, 'name', h.name, 'handle', i.handle, 'avatar', i.avatar) as person
    from (${due(sql`*`, eyes, tx)} order by due_day, at, id limit ${most}) m
    join person p on p.id = m.person_id
    join person h on h.id = p.head_id
    left join reply r on r.id = m.reply_id
    left join message said on said.id = m.message_id
    left join lateral (select id from conversation where person_id = p.id order by last_at desc limit 1) newest on true
    left join lateral (select handle, avatar from identity where person_id = h.id order by channel, id limit 1) i on true
    order by m.due_day, m.at, m.id`)

/** How many; counting stops at `most`. */
export const countPromised = async (tx: Tx, eyes: Eyes, most: number): Promise<number> =>
  (await tx.row<{ n: number }>(sql`select count(*) as n from (${due(sql`id`, eyes, tx)} limit ${most}) counted`))?.n ??
  0

const due = (columns: ReturnType<typeof sql>, { me, today }: Eyes, tx: Tx) => sql`
  select ${columns} from moment
  where workspace_id = ${tx.workspace} and kind = 'promise' and settled is null and due_day <= ${today}::date
    and by = any(array(select id from teammate where workspace_id = ${tx.workspace} and (id = ${me} or left_at is not null)))
    and (only_for is null or only_for = ${me}) and (expires_day is null or expires_day > ${today}::date)`
