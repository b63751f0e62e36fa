/** One question whole: week by week, who asks it in which words, our best answer, and what belongs to it. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'

export type Week = { week: string; asked: number; answered: number }

/** The last `most` weeks, each by its Monday (UTC), the oldest first; also those in which nobody asked. */
export const weeks = (tx: Tx, id: Id, { now, most }: { now: Date; most: number }): Promise<Week[]> =>
  tx.rows(sql`
    select to_char(w.week, 'YYYY-MM-DD') as week, count(a.message_id) as asked, count(a.answered_at) as answered
    from generate_series(
      date_trunc('week', ${now}::timestamptz at time zone 'UTC') - make_interval(weeks => ${most - 1}),
      date_trunc('week', ${now}::timestamptz at time zone 'UTC'), '1 week') as w (week)
    left join (${askings(tx, id)}) a on date_trunc('week', a.at at time zone 'UTC') = w.week
    group by w.week order by w.week`)

export type Asking = {
  messageId: Id
  conversationId: Id
  at: Date
  answeredAt: Date | null
  part: Id
  /** Since it was published: when this person was last written to in answer to any asking of this question; null: not yet. */
  toldAt: Date | null
}

export type Place = { at: string; id: Id }

/** The newest first. What people who are hidden said is not among them. */
export const askingsOf = (tx: Tx, id: Id, after: Place | null, most: number): Promise<(Asking & { key: string })[]> =>
  tx.rows(sql`
    select a.message_id, a.conversation_id, a.at, a.at::text as key, a.answered_at, a.question_id as part, (
      select max(r.at) from asking other join question p on p.id = other.question_id join reply r on r.in_reply_to = other.message_id
      where p.root = q.id and other.person_id = a.person_id and r.at >= q.published_on) as told_at
    from (${askings(tx, id)}) a
    join question q on q.id = ${id}
    join message m on m.id = a.message_id
    join identity i on i.id = m.identity_id
    where i.hidden_at is null
      ${after === null ? sql`` : sql`and (a.at, a.message_id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by a.at desc, a.message_id desc
    limit ${most}`)

export type Best = {
  text: string
  by: { id: Id; name: string; role: 'owner' | 'admin' | 'teammate' | 'guest' } | null
  at: Date
  conversationId: Id
  /** They said thanks, or something kind, after it. */
  thanked: boolean
}

/** Our best word so far: one that was thanked for before others, then the newest. Null: nobody of us answered yet. */
export const best = (tx: Tx, id: Id): Promise<Best | null> =>
  tx.row(sql`
    select ours.text, ours.at, a.conversation_id,
      case when t.id is not null then json_build_object('id', t.id, 'name', t.name, 'role', t.role) end as by,
      exists (
        select from message m
        where m.conversation_id = a.conversation_id and not m.us and m.at > ours.at and m.labels && array['thanks', 'praise']
      ) as thanked
    from (select * from (${askings(tx, id)}) a where answered_at is not null order by at desc limit 100) a
    cross join lateral (
      select text, at, by from (
        select m.text, m.at, r.by from message m left join reply r on r.id = m.reply_id
        where m.conversation_id = a.conversation_id and m.us and m.at >= a.answered_at and m.deleted_at is null
        union all
        select r.text, r.at, r.by from reply r join outbox o on o.reply_id = r.id
        where r.conversation_id = a.conversation_id and r.at >= a.answered_at and o.state = 'sent'
      ) said order by at limit 1
    ) ours
    left join teammate t on t.id = ours.by
    order by thanked desc, length(ours.text) > 20 desc, ours.at desc
    limit 1`)

/** Who of us answered it how often, the most often first. */
export const answerers = (tx: Tx, id: Id): Promise<{ id: Id; name: string; replies: number }[]> =>
  tx.rows(sql`
    select t.id, t.name, count(*) as replies
    from (${askings(tx, id)}) a join reply r on r.in_reply_to = a.message_id join teammate t on t.id = r.by
    group by t.id, t.name order by count(*) desc, t.name limit 5`)

/** What the same people asked within a week after it, with how many of them did. */
export const askedNext = (tx: Tx, id: Id): Promise<{ id: Id; name: string; people: number }[]> =>
  tx.rows(sql`
    select q.id, coalesce(q.name, q.wording) as name, count(distinct a.person_id) as people
    from (${askings(tx, id)}) a
    join asking next on next.person_id = a.person_id and next.at > a.at and next.at <= a.at + interval '7 days'
    join question p on p.id = next.question_id
    join question q on q.id = p.root
    where q.id <> ${id}
    group by q.id order by count(distinct a.person_id) desc, q.asked desc, q.id limit 5`)

export type JoinedPart = { id: Id; wording: string; asked: number; by: { id: Id; name: string } | null; at: Date }

/** What was joined into it, the newest first: each can be taken out again. */
export const joinedParts = (tx: Tx, id: Id): Promise<JoinedPart[]> =>
  tx.rows(sql`
    select q.id, coalesce(q.name, q.wording) as wording, (select count(*) from asking where question_id = q.id) as asked,
      case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as by, q.joined_at as at
    from question q left join teammate t on t.id = q.joined_by
    where q.workspace_id = ${tx.workspace} and q.joined_into = ${id}
    order by q.joined_at desc`)

/** The question that it belongs to: itself, or the one it was joined into. Null: there is none by that id. */
export const rootOf = async (tx: Tx, id: Id): Promise<Id | null> =>
  (await tx.row<{ root: Id }>(sql`select root from question where workspace_id = ${tx.workspace} and id = ${id}`))
    ?.root ?? null

const askings = (tx: Tx, id: Id) => sql`
  select asking.* from question part join asking on asking.question_id = part.id
  where part.workspace_id = ${tx.workspace} and part.root = ${id}`

/** What the last so many said who asked it, the newest first; of nobody who is hidden. */
export const wordings = async (tx: Tx, id: Id, most: number): Promise<string[]> => {
  const rows = await tx.rows<{ text: string }>(sql`
    select m.text from (${askings(tx, id)}) a
    join message m on m.id = a.message_id
    join identity i on i.id = m.identity_id
    where i.hidden_at is null and m.deleted_at is null
    order by a.at desc, a.message_id desc
    limit ${most}`)
  return rows.map(({ text }) => text)
}
