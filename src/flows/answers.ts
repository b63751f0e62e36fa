/** Kept answers at work: which stand ready for a conversation, and when one may not go out as it stands. */
import { sql, type Tx } from '../db/db.ts'
import { type AnswerRow, answerable, answersOf } from '../domain/answer/answer.store.ts'
import { type Hurt, hurt, isUnchanged, whyHeldBack } from '../domain/answer/answer.ts'
import type { Understood } from '../domain/message/understood.ts'
import { askedIn } from '../domain/question/asked.ts'
import type { Id } from '../lib/ids.ts'
import { Groups } from '../understanding/likeness/groups.ts'

export type Ready = AnswerRow & { root: Id; likeness: number }

const MOST = 3
/** Below it, an answer is to something else. */
const LEAST = 0.3
/** So many of somebody's last messages say whether they are angry or grieving. */
const LAST = 3

/** The likeliest answers to what somebody said last in a conversation, the likeliest first; none where none fits. */
export async function readyFor(tx: Tx, conversationId: Id): Promise<{ ready: Ready[]; hurt: Hurt | null }> {
  const [said, parts] = await Promise.all([lastOf(tx, conversationId), answerable(tx)])
  const newest = said[0]
  if (!newest) return { ready: [], hurt: null }
  const groups = new Groups({
    newId: () => {
      throw new Error('Nothing is placed here')
    },
  })
  for (const { id, sketch, joinedInto } of parts) groups.restore(id, sketch, joinedInto)
  const near = groups.nearest(askedIn(newest), MOST).filter(({ likeness }) => likeness >= LEAST)
  const answers = await answersOf(
    tx,
    near.map(({ question }) => question),
  )
  return {
    ready: near.flatMap(({ question, likeness }) => {
      const answer = answers.get(question)
      return answer ? [{ ...answer, root: question, likeness }] : []
    }),
    hurt: hurt(said),
  }
}

/** Why a reply may not leave: it is a kept answer, word for word, to somebody who is angry or grieving. Null: it may. */
export async function heldBack(tx: Tx, conversationId: Id, text: string): Promise<string | null> {
  const said = await lastOf(tx, conversationId)
  const how = hurt(said)
  if (how === null) return null
  const kept = await tx.rows<{ text: string }>(sql`
    select distinct on (question_id) text from answer where workspace_id = ${tx.workspace} order by question_id, version desc`)
  const unchanged = isUnchanged(
    text,
    kept.map((it) => it.text),
  )
  return unchanged ? whyHeldBack(how, said[0]?.name ?? 'This person') : null
}

type Said = Pick<Understood, 'labels' | 'mood'> & { title: string | null; text: string; name: string }

/** What whoever spoke last in it said there, the newest first. */
const lastOf = (tx: Tx, conversationId: Id): Promise<Said[]> =>
  tx.rows(sql`
    select m.title, m.text, m.labels, coalesce(m.mood, 0) as mood, p.name
    from message m join person p on p.id = m.person_id
    where m.workspace_id = ${tx.workspace} and m.conversation_id = ${conversationId} and not m.us and m.deleted_at is null
      and m.person_id = (
        select person_id from message
        where conversation_id = ${conversationId} and not us and deleted_at is null order by at desc, id desc limit 1)
    order by m.at desc, m.id desc
    limit ${LAST}`)
