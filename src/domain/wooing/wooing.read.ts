/** Who is on the way from complaint to friend, and how far. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { PersonLine } from '../person/person.read.ts'
import type { Teammate } from '../teammate/teammate.ts'
import type { Reason } from './spotted.ts'
import type { Step } from './wooing.ts'

type Answer = { at: Date; by: Id | null }

export type WooingRow = {
  id: Id
  person: PersonLine
  /** Their newest word where they wait, else in whatever room; null: they took all back. */
  last: { text: string; conversationId: Id } | null
  waitingSince: Date | null
  reason: Reason
  spottedAt: Date
  taken: { step: Step; at: string; by: Teammate }[]
  answer: { at: string; by: Teammate | null } | null
  kindWords: { at: string; text: string; conversationId: Id } | null
}

const MOST = 300
/** So much of their words is shown. */
const SHOWN = 200

const word = sql`json_build_object('text', left(m.text, ${sql.lit(SHOWN)}), 'conversationId', m.conversation_id)`

// One look into the index for each of their names: over an array of them PostgreSQL would walk through all that was said.
const wordOfEachName = (which: ReturnType<typeof sql>) => sql`(
  select found.* from unnest(w.names) as name (id) cross join lateral (
    select at, text, conversation_id from message where person_id = name.id and not us and deleted_at is null ${which} limit 1
  ) found)`

/** Who is being wooed, the newest first, at most 300: two names that were joined on their way go the longer one. */
export const onTheWay = (tx: Tx): Promise<WooingRow[]> =>
  tx.rows(sql`
    select w.id, json_build_object('id', h.id, 'name', h.name, 'handle', i.handle, 'avatar', i.avatar) as person,
      coalesce(
        (select ${word} from message m
         where c.waiting_since is not null and m.conversation_id = c.id and m.person_id = any(w.names) and not m.us and m.deleted_at is null
         order by m.at desc limit 1),
        (select ${word} from ${wordOfEachName(sql`order by at desc`)} m order by m.at desc limit 1)
      ) as last,
      c.waiting_since, w.reason, w.spotted_at,
      coalesce((
        select json_agg(json_build_object('step', s.step, 'at', s.at, 'by', json_build_object('id', t.id, 'name', t.name, 'role', t.role)))
        from wooing_step s join teammate t on t.id = s.by where s.wooing_id = w.id), '[]') as taken,
      case when answer.at is not null then json_build_object('at', answer.at, 'by',
        (select json_build_object('id', id, 'name', name, 'role', role) from teammate where id = answer.by)) end as answer,
      (select json_build_object('at', m.at, 'text', left(m.text, ${SHOWN}), 'conversationId', m.conversation_id)
       from ${wordOfEachName(sql`
         and labels && '{thanks,praise}' and mood > 0
         and at > least(answer.at, (select at from wooing_step where wooing_id = w.id and step = 'acknowledged'))
         order by at`)} m order by m.at limit 1) as kind_words
    from (
      select w.*, p.head_id as head,
        array(select id from person where head_id = p.head_id) as names
      from wooing w join person p on p.id = w.person_id
      where w.workspace_id = ${tx.workspace} and w.ended_at is null
      order by w.spotted_at desc limit ${MOST}
    ) w
    join person h on h.id = w.head
    left join lateral (select handle, avatar from identity where person_id = h.id order by channel, id limit 1) i on true
    left join conversation c on c.id = w.conversation_id
    left join lateral (${ourFirstWord}) answer on true
    where h.kind = 'human' and not exists (
      select from wooing before
      where before.person_id = any(w.names) and before.ended_at is null and (before.spotted_at, before.id) < (w.spotted_at, w.id))
    order by w.spotted_at desc, w.id`)

/** So many of the conversations that they began under one name are looked at. */
const TALKS = 50

const newestTalks = sql`(
  select found.id from unnest(w.names) as name (id) cross join lateral (
    select id from conversation where person_id = name.id order by last_at desc limit ${sql.lit(TALKS)}
  ) found)`

// Our first word after they were spotted, in a conversation that they began, from here or on the channel itself; a refused
// one did not reach them. Whom of a thread it names says little: a reply answers whoever spoke last.
const ourFirstWord = sql`
  select at, by from (
    select r.at, r.by
    from ${newestTalks} talk join reply r on r.conversation_id = talk.id join outbox o on o.reply_id = r.id
    where r.at > w.spotted_at and o.state <> 'refused'
    union all
    select m.at, null
    from ${newestTalks} talk join message m on m.conversation_id = talk.id
    where m.us and m.reply_id is null and m.deleted_at is null and m.at > w.spotted_at
  ) ours
  order by at limit 1`

/** Null: we have not answered since. */
export const answerTo = (tx: Tx, id: Id): Promise<Answer | null> =>
  tx.row(sql`
    select answer.at, answer.by
    from (
      select w.spotted_at, array(select id from person where head_id = p.head_id) as names
      from wooing w join person p on p.id = w.person_id where w.workspace_id = ${tx.workspace} and w.id = ${id}
    ) w
    cross join lateral (${ourFirstWord}) answer`)
