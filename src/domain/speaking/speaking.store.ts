/** Words that we said first: their rows, and what is known before one is said. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { PRESSURE_DAYS } from '../tie/tie.ts'
import type { FirstWordKind } from './kinds.ts'
import { keyOfWords, SAME_WORDS_DAYS } from './speaking.ts'

export type FirstWord = {
  replyId: Id
  kind: FirstWordKind
  objectiveId: Id
  personId: Id | null
  answersId: Id
  text: string
  overruled: string | null
  at: Date
}

export const saveFirstWord = (tx: Tx, it: FirstWord): Promise<number> =>
  tx.run(sql`
    insert into first_word (reply_id, workspace_id, kind, objective_id, person_id, answers_id, text_key, overruled, at)
    values (${it.replyId}, ${tx.workspace}, ${it.kind}, ${it.objectiveId}, ${it.personId}, ${it.answersId}, ${keyOfWords(it.text)}, ${it.overruled}, ${it.at})`)

export const isFirstWord = async (tx: Tx, replyId: Id): Promise<boolean> =>
  (await tx.row(sql`select from first_word where workspace_id = ${tx.workspace} and reply_id = ${replyId}`)) !== null

/** Whether these words were said first lately, to anybody. */
export const saidFirst = async (tx: Tx, text: string, now: Date): Promise<boolean> =>
  (await tx.row(sql`
    select from first_word
    where workspace_id = ${tx.workspace} and at > ${new Date(now.getTime() - SAME_WORDS_DAYS * 86_400_000)} and text_key = ${keyOfWords(text)}
    limit 1`)) !== null

/** How often we spoke first to somebody in the window of pressure, whether or not we have heard it back. */
export async function firstWordsTo(tx: Tx, people: readonly Id[], now: Date): Promise<number> {
  const row = await tx.row<{ times: number }>(sql`
    select count(*) as times from first_word
    where workspace_id = ${tx.workspace} and person_id = any(${array(people, 'uuid')})
      and at > ${new Date(now.getTime() - PRESSURE_DAYS * 86_400_000)}`)
  return row?.times ?? 0
}

/** An objective that still stands; null: there is none by that id. */
export const objectiveNamed = (tx: Tx, id: Id): Promise<{ result: string } | null> =>
  tx.row(sql`select result from objective where workspace_id = ${tx.workspace} and id = ${id} and let_go_at is null`)

/** Those that stand, the first to be due first. */
export const objectives = (tx: Tx): Promise<{ id: Id; result: string }[]> =>
  tx.rows(
    sql`select id, result from objective where workspace_id = ${tx.workspace} and let_go_at is null order by due, id`,
  )

/** By which name of theirs a room reaches somebody; null: they have none on its channel. */
export const handleOn = (tx: Tx, channel: string, people: readonly Id[]): Promise<{ handle: string } | null> =>
  tx.row(sql`
    select handle from identity
    where workspace_id = ${tx.workspace} and channel = ${channel} and person_id = any(${array(people, 'uuid')}) and handle is not null and not us
    order by id limit 1`)

/** Nothing was said in it after all. */
export const dropConversation = (tx: Tx, id: Id): Promise<number> =>
  tx.run(sql`
    delete from conversation c
    where c.workspace_id = ${tx.workspace} and c.id = ${id} and not exists (select from message where conversation_id = c.id)`)

/** Who answers those who reply looks after the conversation. */
export const giveTo = (tx: Tx, conversationId: Id, teammate: Id): Promise<number> =>
  tx.run(
    sql`update conversation set assignee_id = ${teammate} where workspace_id = ${tx.workspace} and id = ${conversationId}`,
  )
