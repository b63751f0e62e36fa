/** Ties as the screens show them, and what stands around them: capacity, last contact, pressure, loyal people. Reads only. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { PersonLine } from '../person/person.read.ts'
import type { Teammate } from '../teammate/teammate.ts'
import { PRESSURE_DAYS, type Tie } from './tie.ts'

type WithContact = Tie & { lastContact: Date | null }

/** Who holds this human, with all their names: of one teammate's ties the closest. */
export const tiesWith = (tx: Tx, people: readonly Id[]): Promise<(WithContact & { teammate: Teammate })[]> =>
  tx.rows(sql`
    select distinct on (m.joined_at, m.id) t.closeness, t.every_days, t.since,
      json_build_object('id', m.id, 'name', m.name, 'role', m.role) as teammate,
      (${lastContact(sql`${array(people, 'uuid')}`)}) as last_contact
    from tie t join teammate m on m.id = t.teammate_id
    where t.workspace_id = ${tx.workspace} and t.person_id = any(${array(people, 'uuid')}) and m.left_at is null
    order by m.joined_at, m.id, ${rank}`)

/** The humans whom a teammate holds, each once. */
export const circleOf = (tx: Tx, teammate: Id): Promise<(WithContact & { person: PersonLine })[]> =>
  tx.rows(sql`
    select held.closeness, held.every_days, held.since,
      json_build_object('id', h.id, 'name', h.name, 'handle', i.handle, 'avatar', i.avatar) as person,
      (${lastContact(sql`array(select id from person where head_id = h.id)`)}) as last_contact
    from (
      select distinct on (p.head_id) p.head_id, t.closeness, t.every_days, t.since
      from tie t join person p on p.id = t.person_id
      where t.workspace_id = ${tx.workspace} and t.teammate_id = ${teammate}
      order by p.head_id, ${rank}
    ) held
    join person h on h.id = held.head_id
    left join lateral (select handle, avatar from identity where person_id = h.id order by channel, id limit 1) i on true
    where h.kind = 'human'
    order by h.name, h.id`)

const rank = sql`array_position(array['friend', 'regular', 'acquaintance'], t.closeness), t.since`

/** So many of their words are looked at for an answer of ours: one to an older word came before their newest ones. */
const WORDS = 8

// One look into the index for each of their names: over an array of them PostgreSQL would walk through all that was said.
/** Their last word, or ours that reached them: any real contact, in any room, by anybody of us. */
export const lastContact = (people: ReturnType<typeof sql>) => sql`
  select max(greatest(case when said.deleted_at is null then said.at end, reached.at))
  from unnest(${people}) as name (id)
  cross join lateral (
    select id, at, deleted_at from message where person_id = name.id order by at desc limit ${WORDS}
  ) said
  left join lateral (
    select max(o.settled_at) as at from reply r join outbox o on o.reply_id = r.id where r.in_reply_to = said.id and o.state = 'sent'
  ) reached on true`

/** How many humans each teammate holds; also those who left and still hold some. */
export const holders = (tx: Tx): Promise<{ teammate: Teammate; held: number; left: boolean }[]> =>
  tx.rows(sql`
    select json_build_object('id', m.id, 'name', m.name, 'role', m.role) as teammate, m.left_at is not null as left, coalesce(counted.held, 0) as held
    from teammate m
    left join (
      select t.teammate_id, count(distinct h.id) as held
      from tie t join person p on p.id = t.person_id join person h on h.id = p.head_id
      where t.workspace_id = ${tx.workspace} and h.kind = 'human'
      group by t.teammate_id
    ) counted on counted.teammate_id = m.id
    where m.workspace_id = ${tx.workspace} and m.role <> 'guest' and (m.left_at is null or counted.held > 0)
    order by m.left_at is not null, m.joined_at, m.id`)

/** How often we wrote first in the window before `now`, in all rooms, by anybody of us: words of ours that answer none of theirs. */
export async function pressureOn(tx: Tx, people: readonly Id[], now: Date): Promise<number> {
  const since = new Date(now.getTime() - PRESSURE_DAYS * 86_400_000)
  const row = await tx.row<{ times: number }>(sql`
    select count(*) as times
    from (
      select id from conversation
      where workspace_id = ${tx.workspace} and person_id = any(${array(people, 'uuid')}) and last_at >= ${since}
      order by last_at desc limit 100
    ) c
    join message m on m.conversation_id = c.id
    where m.us and m.deleted_at is null and m.at between ${since} and ${now}
      and not exists (
        select from message theirs
        where theirs.workspace_id = m.workspace_id and theirs.room_id = m.room_id and theirs.external_id = m.parent_external_id and not theirs.us)`)
  return row?.times ?? 0
}

export type Loyal = PersonLine & { conversations: number; lastContact: Date }

const newestLookedAt = 2_000
const loyalFrom = { conversations: 3, days: 14 }

/**
 * People who came back again and again and whom nobody holds, the most often first: among the newest 2,000 conversations
 * those who began three or more of them, over a fortnight at least.
 */
export const loyalUnheld = (tx: Tx, most: number): Promise<Loyal[]> =>
  tx.rows(sql`
    select h.id, h.name, i.handle, i.avatar, often.conversations, often.last_at as last_contact
    from (
      select p.head_id as id, count(*) as conversations, max(c.last_at) as last_at
      from (
        select person_id, first_at, last_at from conversation
        where workspace_id = ${tx.workspace} order by last_at desc, id desc limit ${newestLookedAt}
      ) c join person p on p.id = c.person_id
      group by 1
      having count(*) >= ${loyalFrom.conversations} and max(c.last_at) - min(c.first_at) >= make_interval(days => ${loyalFrom.days})
    ) often
    join person h on h.id = often.id
    left join lateral (select handle, avatar from identity where person_id = h.id order by channel, id limit 1) i on true
    where h.kind = 'human' and not exists (
      select from tie t join person p on p.id = t.person_id join teammate m on m.id = t.teammate_id
      where p.head_id = h.id and m.left_at is null)
    order by often.conversations desc, often.last_at desc, h.id
    limit ${most}`)
