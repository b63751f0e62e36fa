/** Spotting who needs wooing, and the steps from their complaint to friendship. */
import type { Tx } from '../db/db.ts'
import { record } from '../domain/happening/happening.store.ts'
import { irritations } from '../domain/person/irritation.read.ts'
import { candidates } from '../domain/wooing/spotted.read.ts'
import { type Reason, spotted } from '../domain/wooing/spotted.ts'
import { answerTo } from '../domain/wooing/wooing.read.ts'
import * as store from '../domain/wooing/wooing.store.ts'
import { ends, type Step, withAnswer, wrongStep } from '../domain/wooing/wooing.ts'
import type { Id, NewId } from '../lib/ids.ts'

/** Gives how many were spotted. Whoever is being wooed already is not spotted again. */
export async function spot(tx: Tx, now: Date, newId: NewId): Promise<number> {
  const seen = await candidates(tx, now)
  const lines = seen.flatMap(({ id, ...it }) => (id === null ? [] : [{ ...it, id }]))
  const irritated = await irritations(tx, lines)
  const found: { person: Id; conversation: Id | null; reason: Reason }[] = []
  for (const { person, id: conversation, ...it } of seen) {
    const mood = conversation === null ? null : (irritated.get(conversation) ?? null)
    const reason = spotted({ ...it, irritated: mood }, now)
    if (reason) found.push({ person: person.id, conversation, reason })
  }
  let begun = 0
  for (const { person, conversation, reason } of found) {
    const id = newId()
    if (!(await store.begin(tx, { id, personId: person, conversationId: conversation, reason, at: now }))) continue
    await tell(tx, person, id, 'spotted', { by: null, at: now })
    begun++
  }
  return begun
}

type Done = { by: Id; at: Date }
export type Stepped = { is: 'stepped' } | { is: 'wrong'; why: string }

/** Throws WooingMissing. */
export async function takeStep(tx: Tx, id: Id, step: Step, done: Done): Promise<Stepped> {
  const { personId, taken } = await store.wooingForChange(tx, id)
  const why = wrongStep(withAnswer(taken, await answerTo(tx, id)), step)
  if (why !== null) return { is: 'wrong', why }
  await store.saveStep(tx, id, { step, ...done })
  if (ends(step)) await store.saveEnd(tx, id, done.at)
  await tell(tx, personId, id, step, done)
  return { is: 'stepped' }
}

/** Takes the last step of a teammate back; false: there is none. Throws WooingMissing. */
export async function takeStepBack(tx: Tx, id: Id, done: Done): Promise<boolean> {
  const { personId, taken } = await store.wooingForChange(tx, id)
  const last = withAnswer(taken, null).at(-1)
  if (last === undefined) return false
  await store.dropStep(tx, id, last.step)
  if (ends(last.step)) await store.saveEnd(tx, id, null)
  await tell(tx, personId, id, 'taken back', done)
  return true
}

const tell = (tx: Tx, personId: Id, wooing: Id, is: string, { by, at }: { by: Id | null; at: Date }) =>
  record(tx, [{ kind: 'wooing', at, by, personId, detail: { is, wooing } }])
