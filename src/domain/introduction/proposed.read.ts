/** Whom to introduce to whom: who asks the same, who solved what another asks, who likes the same, does the same work or lives in one place. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import { rowset } from '../../db/rowset.ts'
import { commonGround, type Saying } from './common-ground.ts'
import { sharedInterests } from './interests.ts'
import { placesOf } from './introduction.read.ts'
import { type Pair, propose } from './introduction.ts'

const DAYS = 90
const LOOKED_AT = 2_000
const MOST_INTERESTS = 500
const MOST_DEEDS = 500
/** Conversations whose people's profiles are read, the newest. */
const MOST_PROFILES = 1_000
/** Pairs that are looked at more closely. */
const MOST_PAIRS = 200
const MOST_PROPOSED = 10
/** A question that more than so many ask is no common ground. */
const MOST_ASKING = 5

/** Humans only; never two who know each other, who were proposed before, or of whom one wants no introduction at all. */
export async function proposedPairs(tx: Tx, now: Date): Promise<Pair[]> {
  const since = new Date(now.getTime() - DAYS * 86_400_000)
  const [solved, asked, interests, bios] = await Promise.all([
    whoSolved(tx, since),
    whoAsks(tx, since),
    likes(tx, now),
    profiles(tx),
  ])
  const shared = [...sharedInterests(interests), ...commonGround([...interests, ...bios])]
  return propose(await strangers(tx, [...solved, ...shared, ...asked].slice(0, MOST_PAIRS)), MOST_PROPOSED)
}

const lately = (tx: Tx, since: Date) => sql`(
  select message_id, question_id, person_id, at, conversation_id from asking
  where workspace_id = ${tx.workspace} and at > ${since} and question_id is not null order by at desc limit ${LOOKED_AT})`

/** A friend of the house answered somebody, and another asks the same now. */
const whoSolved = (tx: Tx, since: Date): Promise<Pair[]> =>
  tx.rows(sql`
    with solved as materialized (
      select d.person_id, q.id as message_id, part.root
      from (
        select person_id, message_id from deed
        where workspace_id = ${tx.workspace} and kind = 'answered' and confirmed order by at desc limit ${MOST_DEEDS}
      ) d
      cross join lateral (select room_id, parent_external_id from message where id = d.message_id limit 1) answer
      cross join lateral (
        select id from message
        where workspace_id = ${tx.workspace} and room_id = answer.room_id and external_id = answer.parent_external_id limit 1
      ) q
      cross join lateral (select question_id from asking where message_id = q.id limit 1) was
      join question part on part.id = was.question_id
    )
    select distinct on (one, other) solver.id as one, asker.id as other, 'solved' as why, coalesce(r.name, r.wording) as about
    from ${lately(tx, since)} a
    join question part on part.id = a.question_id join solved on solved.root = part.root and solved.message_id <> a.message_id
    join question r on r.id = part.root
    join person dp on dp.id = solved.person_id join person solver on solver.id = dp.head_id
    join person ap on ap.id = a.person_id join person asker on asker.id = ap.head_id
    where solver.kind = 'human' and asker.kind = 'human'
    order by one, other, a.at desc
    limit ${MOST_PAIRS}`)

/** Two who ask what few ask. */
const whoAsks = (tx: Tx, since: Date): Promise<Pair[]> =>
  tx.rows(sql`
    with asks as (
      select part.root, h.id, max(a.at) as at
      from ${lately(tx, since)} a join question part on part.id = a.question_id
      join person p on p.id = a.person_id join person h on h.id = p.head_id
      where h.kind = 'human'
      group by part.root, h.id
    ),
    few as (select root from asks group by root having count(*) between 2 and ${MOST_ASKING})
    select least(one.id, other.id) as one, greatest(one.id, other.id) as other, 'same-question' as why, coalesce(r.name, r.wording) as about
    from few join asks one using (root) join asks other on other.root = few.root and other.id > one.id join question r on r.id = few.root
    order by greatest(one.at, other.at) desc, one.id
    limit ${MOST_PAIRS}`)

/** What everybody of the team may know, and nothing private or tender. What is remembered of a message is in their own words. */
const likes = (tx: Tx, now: Date): Promise<Saying[]> =>
  tx.rows(sql`
    select h.id as person, m.text, m.own
    from (
      select person_id, text, message_id is not null as own from moment
      where workspace_id = ${tx.workspace} and kind = 'interest' and only_for is null and sensitivity = 'ordinary'
        and (expires_day is null or expires_day > ${now}::date)
      order by on_day desc limit ${MOST_INTERESTS}
    ) m join person p on p.id = m.person_id join person h on h.id = p.head_id
    where h.kind = 'human'`)

/** What those who spoke lately say of themselves. */
const profiles = (tx: Tx): Promise<Saying[]> =>
  tx.rows(sql`
    select h.id as person, i.bio as text, true as own
    from (
      select distinct person_id from (
        select person_id from conversation where workspace_id = ${tx.workspace} order by last_at desc, id desc limit ${MOST_PROFILES}
      ) newest
    ) c
    join identity i on i.person_id = c.person_id join person p on p.id = i.person_id join person h on h.id = p.head_id
    where h.kind = 'human' and i.bio is not null and not i.us and i.hidden_at is null`)

/** Humans who never talked in one conversation, were not proposed before, and of whom none said never. */
export async function strangers(tx: Tx, pairs: readonly Pair[]): Promise<Pair[]> {
  if (pairs.length === 0) return []
  const rows = pairs.map(({ one, other }, place) => ({ one, other, place }))
  const names = (of: 'one' | 'other') => sql`array(select id from person where head_id = pair.${sql.raw(of)})`
  const left = await tx.rows<{ place: number }>(sql`
    select pair.place
    from (
      select pair.*, ${names('one')} as ones, ${names('other')} as others
      from ${rowset('pair', { one: 'uuid', other: 'uuid', place: 'integer' }, rows)}
    ) pair
    where (select bool_and(kind = 'human') from person where id = any(array[pair.one, pair.other]))
      and not exists (
        ${placesOf(sql`pair.ones`)} intersect ${placesOf(sql`pair.others`)})
      and (
        select count(*) from unnest(pair.ones) as one (id) cross join unnest(pair.others) as other (id)
        join introduction i on i.one_id = least(one.id, other.id) and i.other_id = greatest(one.id, other.id)) = 0
      and (
        select count(*) from unnest(pair.ones || pair.others) as name (id)
        join introduction_side s on s.person_id = name.id and s.said = 'never') = 0
    order by pair.place`)
  return left.flatMap(({ place }) => pairs[place] ?? [])
}
