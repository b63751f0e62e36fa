/** Takes what is told of an order, and gives it to its buyer: now, or when they show up. It invents nobody. */
import type { Tx } from '../db/db.ts'
import { holdFiling } from '../domain/conversation/conversation.filing.ts'
import { forgottenAmong } from '../domain/forgetting/forgotten.store.ts'
import { record } from '../domain/happening/happening.store.ts'
import * as clock from '../domain/order/clock.store.ts'
import type { Days, Said, Step } from '../domain/order/clock.ts'
import * as store from '../domain/order/order.store.ts'
import { begun, numbersIn, type ToldOrder, toldAgain } from '../domain/order/order.ts'
import { mustBeOneHuman } from '../domain/person/joining.store.ts'
import type { Id, NewId } from '../lib/ids.ts'

/** `person` null: it waits for its buyer. `forgotten`: its buyer was forgotten with it, and it is not taken again. */
export type TookOrder = { is: 'new' | 'changed' | 'known'; id: Id; person: Id | null } | { is: 'forgotten' }

type How = { source: store.Source; by: Id | null; at: Date; newId: NewId }

export async function takeOrder(tx: Tx, told: ToldOrder, { source, by, at, newId }: How): Promise<TookOrder> {
  // Who is heard meanwhile would miss this order, and it them.
  holdFiling(tx)
  if ((await forgottenAmong(tx, [['order', told.number]])).size > 0) return { is: 'forgotten' }
  const order = begun(told, at)
  const id = newId()
  if (await store.insertOrder(tx, order, { id, source, at })) {
    const person = (await store.matchOrder(tx, id))?.personId ?? null
    await tell(tx, id, person, order.status, { by, at })
    return { is: 'new', id, person }
  }
  const { id: standing, personId, ...before } = (await store.orderForChange(tx, told.number)) as store.StandingOrder
  const next = toldAgain(before, told, at)
  if (next !== null) await store.saveOrder(tx, standing, next)
  // Also of what is known: the buyer may be known by now.
  const person = personId ?? (await store.matchOrder(tx, standing))?.personId ?? null
  if (next === null && person === personId) return { is: 'known', id: standing, person }
  await tell(tx, standing, person, next?.status ?? 'matched', { by, at })
  return { is: 'changed', id: standing, person }
}

/** Whoever was just heard takes what waits for them. */
export async function giveOrders(
  tx: Tx,
  spoke: readonly { identityId: Id; personId: Id; text: string }[],
  at: Date,
): Promise<void> {
  const numbers = spoke.flatMap(({ personId, text }) => numbersIn(text).map((number) => ({ personId, number })))
  const matched = await store.matchArrived(tx, [...new Set(spoke.map((it) => it.identityId))], numbers)
  for (const { id, personId } of matched) await tell(tx, id, personId, 'matched', { by: null, at })
}

/** By hand: `person` bought it; null: it is not theirs, and waits. Gives who had it. Throws OrderMissing, PersonMissing. */
export async function setBuyer(tx: Tx, order: Id, person: Id | null, done: { by: Id; at: Date }): Promise<Id | null> {
  const head = person === null ? null : (await mustBeOneHuman(tx, person))[0]
  const before = await store.saveBuyer(tx, order, head)
  await tell(tx, order, head ?? before, head === null ? 'not-theirs' : 'matched', done)
  return before
}

/** Null takes back what was said of the step. False: there is no such order, or it waits for its buyer. */
export async function sayOfStep(
  tx: Tx,
  order: Id,
  { step, said }: { step: Step; said: Pick<Said, 'said' | 'untilDay'> | null },
  done: { by: Id; at: Date },
): Promise<boolean> {
  const buyer =
    said === null ? await clock.dropSaid(tx, order, step) : await clock.saveSaid(tx, order, { step, ...said, ...done })
  if (buyer === null) return false
  await tell(tx, order, buyer, `${step} ${said?.said ?? 'open'}`, done)
  return true
}

export async function setDays(tx: Tx, days: Days, { by, at }: { by: Id; at: Date }): Promise<void> {
  await clock.saveDays(tx, days)
  await record(tx, [{ kind: 'order', at, by, detail: { is: 'days', ...days } }])
}

const tell = (tx: Tx, order: Id, person: Id | null, is: string, { by, at }: { by: Id | null; at: Date }) =>
  record(tx, [{ kind: 'order', at, by, ...(person && { personId: person }), detail: { is, order } }])
