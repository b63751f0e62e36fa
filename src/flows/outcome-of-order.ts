/** An order that followed a word of ours is an outcome of an objective that counts orders; one that came back is withdrawn. */
import type { Tx } from '../db/db.ts'
import { orderById } from '../domain/order/order.store.ts'
import { putBack, revalue, withdraw } from '../domain/outcome/outcome.ts'
import { keyed, objectivesCounting, served, touchesBefore } from '../domain/outcome/served.read.ts'
import { mustBeOneHuman } from '../domain/person/joining.store.ts'
import type { Id } from '../lib/ids.ts'
import { changeOutcome, writeOutcome } from './outcomes.ts'

/** Called whenever something of an order changed; twice is once. What nobody of us spoke before is no outcome of talk. */
export async function countOrder(tx: Tx, id: Id, at: Date): Promise<void> {
  const order = await orderById(tx, id)
  if (order === null) return
  const done = { by: null, at }
  const stands = order.personId !== null && order.status !== 'returned' && order.status !== 'cancelled'
  const key = `order:${order.number}`
  const known = await keyed(tx, key)
  if (known !== null) {
    if (!stands) await changeOutcome(tx, known, (now) => withdraw(now, done), done)
    else {
      // What a teammate withdrew stays so.
      await changeOutcome(
        tx,
        known,
        (now) => (now.withdrawn?.by === null ? putBack(now) : { next: now, happened: null }),
        done,
      )
      if (order.value)
        await changeOutcome(tx, known, (now) => revalue(now, order.value ?? { cents: 0, currency: '' }), done)
    }
    return
  }
  if (!stands || order.personId === null) return
  const people = await mustBeOneHuman(tx, order.personId)
  const last = (await touchesBefore(tx, { at: order.placedAt, people, conversation: null })).at(-1)
  if (!last) return
  const objective = await objectiveFor(tx, last.conversationId)
  if (objective === null) return
  const told = { what: order.what || order.number, evidence: order.number, person: order.personId, at: order.placedAt }
  const value = { valueCents: order.value?.cents ?? null, currency: order.value?.currency ?? null }
  // The outcome of an order bears its id.
  await writeOutcome(
    tx,
    { ...told, ...value, objective, conversation: last.conversationId, code: null, source: 'order', key },
    done,
    () => id,
  )
}

/** What the last word of ours served, where that counts orders; else the only objective that does. Null: nobody can tell. */
async function objectiveFor(tx: Tx, conversation: Id): Promise<Id | null> {
  const [[talk], counting] = [await served(tx, [conversation]), await objectivesCounting(tx, 'orders')]
  if (talk?.objectiveId && counting.includes(talk.objectiveId)) return talk.objectiveId
  return counting.length === 1 ? (counting[0] ?? null) : null
}
