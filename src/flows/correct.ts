/** A teammate says what a message is: that holds for it at once, and teaches the workspace's own model. */
import type { Tx } from '../db/db.ts'
import { record } from '../domain/happening/happening.store.ts'
import { correct, keepTaught, readable, reread, taughtForChange, unteach } from '../domain/message/correction.store.ts'
import { type Label, teach } from '../domain/message/understood.ts'
import { ask, unask } from '../domain/question/asking.store.ts'
import type { Id } from '../lib/ids.ts'
import { ungroup } from './group.ts'

/** False: there is no such message of theirs. */
export async function correctMessage(
  tx: Tx,
  messageId: Id,
  said: Label,
  { by, at }: { by: Id; at: Date },
): Promise<boolean> {
  const taught = await taughtForChange(tx)
  const [message] = await readable(tx, [messageId])
  if (!message) return false
  const now = teach(taught, message, said)
  await keepTaught(tx, now, at)
  const label = await correct(tx, messageId, said, { by, at })
  await reread(tx, [{ ...message, label }], now)
  ask(tx, [messageId])
  await ungroup(tx, await unask(tx, [messageId]))
  await record(tx, [
    {
      kind: 'understanding',
      at,
      by,
      conversationId: message.conversationId,
      detail: { is: 'corrected', messageId, said },
    },
  ])
  return true
}

/** The workspace's model is the shipped one again; what was said of single messages stays. Gives how many corrections it forgot. */
export async function forgetLearned(tx: Tx, { by, at }: { by: Id; at: Date }): Promise<number> {
  const corrections = await unteach(tx)
  await record(tx, [{ kind: 'understanding', at, by, detail: { is: 'reset', corrections } }])
  return corrections
}

/** Messages that were filed before they could be understood. */
export async function understandOld(tx: Tx, ids: readonly Id[]): Promise<void> {
  const taught = await taughtForChange(tx)
  await reread(tx, await readable(tx, ids), taught)
  ask(tx, ids)
}
