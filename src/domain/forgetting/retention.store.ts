/** How long what is kept, and what has had its time: the statements. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Unasked } from '../question/unasked.ts'

/** Moments by their kind; `noted`: conversations in which nothing was needed and nobody of us spoke. */
export const retained = [
  'hiccup',
  'celebration',
  'loss',
  'order',
  'preference',
  'interest',
  'promise',
  'noted',
] as const
export type Retained = (typeof retained)[number]
/** In days; what has none is kept until somebody erases it. */
export type Rules = Partial<Record<Retained, number>>

export async function rulesOf(tx: Tx): Promise<Rules> {
  const rows = await tx.rows<{ what: Retained; days: number }>(
    sql`select what, days from retention where workspace_id = ${tx.workspace}`,
  )
  return Object.fromEntries(rows.map(({ what, days }) => [what, days]))
}

/** `days` null: it is kept. */
export const setRule = (tx: Tx, what: Retained, days: number | null): Promise<number> =>
  days === null
    ? tx.run(sql`delete from retention where workspace_id = ${tx.workspace} and what = ${what}`)
    : tx.run(sql`
        insert into retention (workspace_id, what, days) values (${tx.workspace}, ${what}, ${days})
        on conflict (workspace_id, what) do update set days = excluded.days`)

/** What has come to its own end, and what its kind's rule ends. A promise that is open is never too old. Gives how many. */
export const eraseOldMoments = (tx: Tx, today: string): Promise<number> =>
  tx.run(sql`
    delete from moment m
    where m.workspace_id = ${tx.workspace} and (m.expires_day <= ${today}::date or (
      (m.kind <> 'promise' or m.settled is not null)
      and m.on_day < ${today}::date - (select days from retention r where r.workspace_id = m.workspace_id and r.what = m.kind)))`)

export type Old = { conversations: Id[]; messages: Id[]; people: Id[] }

/** Conversations that were noted, in which nobody of us ever spoke or wrote a note, and that have been still since `before`. */
export async function oldNoted(tx: Tx, before: Date, most: number): Promise<Old> {
  const row = await tx.row<Old>(sql`
    with old as (
      select c.id from conversation c
      where c.workspace_id = ${tx.workspace} and c.state = 'noted' and c.last_at < ${before} and c.state_at < ${before}
        and not exists (select from message where conversation_id = c.id and us)
        and not exists (select from reply where conversation_id = c.id)
        and not exists (select from note where conversation_id = c.id)
      order by c.last_at limit ${most}
    ), said as (select id, person_id from message where conversation_id in (select id from old))
    select array(select id from old) as conversations, array(select id from said) as messages,
      array(select distinct person_id from said) as people`)
  return row ?? { conversations: [], messages: [], people: [] }
}

/** Takes what was asked in these conversations out of the questions; gives it as it was. */
export const unaskIn = (tx: Tx, conversations: readonly Id[]): Promise<Unasked[]> =>
  tx.rows(sql`
    delete from asking a using message m
    where a.workspace_id = ${tx.workspace} and m.id = a.message_id and m.conversation_id = any(${array(conversations, 'uuid')})
    returning a.message_id as id, a.question_id, m.title, m.text`)

/** The conversations with all that was said, and those people of whom nothing else is known. */
export async function eraseOld(tx: Tx, { conversations, people }: Old): Promise<void> {
  tx.send(sql`
    delete from conversation where workspace_id = ${tx.workspace} and id = any(${array(conversations, 'uuid')})`)
  await tx.run(sql`
    delete from person p
    where p.workspace_id = ${tx.workspace} and p.id = any(${array(people, 'uuid')})
      and not exists (select from message where person_id = p.id)
      and not exists (select from conversation where person_id = p.id)
      and not exists (select from moment where person_id = p.id)
      and not exists (select from customer_order where person_id = p.id)
      and not exists (select from tie where person_id = p.id)
      and not exists (select from person_join where kept_id = p.id or absorbed_id = p.id)
      and not exists (select from wooing where person_id = p.id)
      and not exists (select from rung where person_id = p.id)
      and not exists (select from deed where person_id = p.id)
      and not exists (select from outcome where person_id = p.id)
      and not exists (select from verdict where person_id = p.id)
      and not exists (select from code where person_id = p.id)
      and not exists (select from first_word where person_id = p.id)
      and not exists (select from passing_on where person_id = p.id)
      and not exists (select from introduction where (one_id = p.id or other_id = p.id) and not dismissed)
      and coalesce(p.called, p.spoken, p.pronouns, p.reached) is null`)
}
