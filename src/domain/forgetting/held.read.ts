/** Everything that is held of a person, by what it is. Reads only. What search finds a message by is made of its words. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'

type Sql = ReturnType<typeof sql>
type R = Record<string, unknown>
type Row = ReturnType<typeof sql<R>>
export type Held = Record<Section, Record<string, unknown>[]>
export type Section = (typeof sections)[number]

/** In the order in which a person would ask. */
export const sections = [
  'about',
  'names',
  'links',
  'messages',
  'replies',
  'notes',
  'moments',
  'orders',
  'ties',
  'wooings',
  'deeds',
  'passedOn',
  'introductions',
  'rungs',
  'outcomes',
  'codes',
  'verdicts',
  'joins',
  'notTheSame',
  'questions',
  'happened',
] as const

/** Of all who are one human; also what only one teammate sees. */
export async function everythingOf(tx: Tx, people: readonly Id[]): Promise<Held> {
  const all = queries(tx, people)
  const rows = await Promise.all(sections.map((section) => tx.rows(all[section])))
  return Object.fromEntries(sections.map((section, at) => [section, rows[at]])) as Held
}

/** How much of each there is. */
export async function countsOf(tx: Tx, people: readonly Id[]): Promise<Record<Section, number>> {
  const all = queries(tx, people)
  const rows = await Promise.all(
    sections.map((section) => tx.row<{ n: number }>(sql`select count(*) as n from (${all[section]}) counted`)),
  )
  return Object.fromEntries(sections.map((section, at) => [section, rows[at]?.n ?? 0])) as Record<Section, number>
}

/** Our replies to them: to what they said, in a conversation that is theirs, or said to them first. */
export const repliesTo = (people: Sql): Sql => sql`
  select r.id from message m join reply r on r.in_reply_to = m.id where m.person_id = any(${people}) and not m.us
  union
  select r.id from conversation c join reply r on r.conversation_id = c.id left join message m on m.id = r.in_reply_to
  where c.person_id = any(${people}) and (m.id is null or m.us)
  union
  select reply_id from first_word where person_id = any(${people})`

function queries(tx: Tx, ids: readonly Id[]): Record<Section, Row> {
  const people = array(ids, 'uuid')
  const workspace = tx.workspace
  return {
    about: sql<R>`
      select id, name, kind, met_at, called, spoken, pronouns, reached, joined_to from person
      where workspace_id = ${workspace} and id = any(${people}) order by met_at, id`,
    names: sql<R>`
      select channel, external_id, handle, name, url, avatar, bio, hidden_at, link_consent from identity
      where workspace_id = ${workspace} and person_id = any(${people}) order by channel, id`,
    links: sql<R>`
      select i.channel, l.link_key as link, l.proven from identity_link l join identity i on i.id = l.identity_id
      where l.workspace_id = ${workspace} and i.person_id = any(${people}) order by i.channel, l.link_key`,
    messages: sql<R>`
      select m.at, m.heard_at, r.channel, r.name as room, m.external_id, m.title, m.text, m.url, m.links, m.mentions, m.tags, m.images,
        m.langs, m.language, m.labels, m.mood, m.urgency, m.edited_at, m.deleted_at, c.label as corrected_to,
        (select count(*) from judgement j where j.message_id = m.id) as judged
      from message m join room r on r.id = m.room_id left join correction c on c.message_id = m.id
      where m.workspace_id = ${workspace} and m.person_id = any(${people}) and not m.us order by m.at, m.id`,
    replies: sql<R>`
      select r.at, t.name as by, r.text, o.state, o.why from reply r join teammate t on t.id = r.by left join outbox o on o.reply_id = r.id
      where r.workspace_id = ${workspace} and r.id in (${repliesTo(people)}) order by r.at, r.id`,
    notes: sql<R>`
      select n.at, t.name as by, n.text from note n join conversation c on c.id = n.conversation_id join teammate t on t.id = n.by
      where n.workspace_id = ${workspace} and c.person_id = any(${people}) order by n.at, n.id`,
    moments: sql<R>`
      select m.on_day::text, m.kind, m.text, m.due_day::text, m.settled, m.sensitivity, m.expires_day::text, t.name as by, o.name as only_for, m.at
      from moment m join teammate t on t.id = m.by left join teammate o on o.id = m.only_for
      where m.workspace_id = ${workspace} and m.person_id = any(${people}) order by m.on_day, m.id`,
    orders: sql<R>`
      select o.number, o.placed_at, o.what, o.value_cents, o.currency, o.status, o.status_at, o.buyer_name, o.buyer_mail, o.buyer_channel,
        o.buyer_handle, o.matched_by, o.source, (
          select json_agg(json_build_object('step', s.step, 'said', s.said, 'until', s.until_day, 'at', s.at, 'by', t.name) order by s.at)
          from order_step s join teammate t on t.id = s.by where s.order_id = o.id) as steps
      from customer_order o
      where o.workspace_id = ${workspace} and o.person_id = any(${people}) order by o.placed_at, o.id`,
    ties: sql<R>`
      select m.name as teammate, t.closeness, t.every_days, t.since from tie t join teammate m on m.id = t.teammate_id
      where t.workspace_id = ${workspace} and t.person_id = any(${people}) order by t.since`,
    wooings: sql<R>`
      select w.spotted_at, w.cause, w.reason, (
        select json_agg(json_build_object('step', s.step, 'at', s.at, 'by', t.name) order by s.at)
        from wooing_step s join teammate t on t.id = s.by where s.wooing_id = w.id) as steps, w.ended_at
      from wooing w where w.workspace_id = ${workspace} and w.person_id = any(${people}) order by w.spotted_at`,
    deeds: sql<R>`
      select d.at, d.kind, d.text, d.confirmed, t.name as by, d.thanked_at
      from deed d join teammate t on t.id = d.by
      where d.workspace_id = ${workspace} and d.person_id = any(${people}) order by d.at`,
    passedOn: sql<R>`
      select p.at, p.kind, p.target
      from passing_on p
      where p.workspace_id = ${workspace} and p.person_id = any(${people}) order by p.at`,
    // Not to whom: that is the other's own.
    introductions: sql<R>`
      select i.begun_at, i.why, i.about, i.dismissed, s.asked_at, s.said, s.said_at, i.written_at
      from introduction i left join introduction_side s on s.introduction_id = i.id and s.person_id = any(${people})
      where i.workspace_id = ${workspace} and (i.one_id = any(${people}) or i.other_id = any(${people})) order by i.begun_at`,
    rungs: sql<R>`
      select r.at, r.rung, r.reason, r.until_day::text, t.name as by, r.lifted_at
      from rung r join teammate t on t.id = r.by
      where r.workspace_id = ${workspace} and r.person_id = any(${people}) order by r.at`,
    outcomes: sql<R>`
      select o.at, o.what, o.value_cents, o.currency, o.evidence, o.source, b.result as objective, t.name as by, o.disputed_why, o.withdrawn_at
      from outcome o join objective b on b.id = o.objective_id left join teammate t on t.id = o.by
      where o.workspace_id = ${workspace} and o.person_id = any(${people}) order by o.at, o.id`,
    codes: sql<R>`
      select c.at, c.word, c.target, c.what, t.name as by, c.visits from code c join teammate t on t.id = c.by
      where c.workspace_id = ${workspace} and c.person_id = any(${people}) order by c.at, c.id`,
    verdicts: sql<R>`
      select r.at as asked_at, t.name as by, v.content, v.words, v.said_at
      from verdict v join teammate t on t.id = v.by left join reply r on r.id = v.reply_id
      where v.workspace_id = ${workspace} and v.person_id = any(${people}) order by v.at, v.id`,
    joins: sql<R>`
      select j.at, k.name as kept, a.name as absorbed, j.evidence, t.name as by, j.apart_at
      from person_join j join person k on k.id = j.kept_id join person a on a.id = j.absorbed_id left join teammate t on t.id = j.by
      where j.workspace_id = ${workspace} and (j.kept_id = any(${people}) or j.absorbed_id = any(${people})) order by j.at`,
    notTheSame: sql<R>`
      select n.at, a.name as one, b.name as other from not_the_same n join person a on a.id = n.one_id join person b on b.id = n.other_id
      where n.workspace_id = ${workspace} and (n.one_id = any(${people}) or n.other_id = any(${people})) order by n.at`,
    questions: sql<R>`
      select a.at, coalesce(q.name, q.wording) as question, a.answered_at from asking a left join question p on p.id = a.question_id
        left join question q on q.id = p.root
      where a.workspace_id = ${workspace} and a.person_id = any(${people}) order by a.at`,
    happened: sql<R>`
      select h.at, h.kind, h.detail, t.name as by from happening h left join teammate t on t.id = h.by
      where h.workspace_id = ${workspace} and h.person_id = any(${people}) order by h.id`,
  }
}
