/** Writing down what to remember of a person, erasing it, and saying what became of a promise. */
import type { Tx } from '../db/db.ts'
import { record } from '../domain/happening/happening.store.ts'
import * as store from '../domain/moment/moment.store.ts'
import { type Wrong, wrongWith } from '../domain/moment/moment.ts'
import { mustBeOneHuman } from '../domain/person/joining.store.ts'
import type { Id, NewId } from '../lib/ids.ts'

type Done = { by: Id; at: Date }

export type Remembered = { is: 'remembered'; id: Id } | ({ is: 'wrong' } & Wrong) | { is: 'not-theirs' }

/**
 * It is kept with the name that said it, so that it goes along when names are taken apart; without a source, with the name
 * that stands. What comes out of a reply is the promise of whoever wrote that. The happening has no words: what is erased is
 * gone. Throws PersonMissing.
 */
export async function remember(
  tx: Tx,
  { person, by, at, ...moment }: store.NewMoment & { person: Id } & Done,
  newId: NewId,
): Promise<Remembered> {
  const wrong = wrongWith(moment)
  if (wrong) return { is: 'wrong', ...wrong }
  const people = await mustBeOneHuman(tx, person)
  const sourced = moment.messageId !== null || moment.replyId !== null
  const source = sourced ? await store.sourceOf(tx, moment) : null
  if (sourced && (source === null || !people.includes(source.personId))) return { is: 'not-theirs' }
  const id = newId()
  await store.insertMoment(tx, { ...moment, id, personId: source?.personId ?? people[0], by: source?.by ?? by, at })
  await tell(tx, people[0], 'written', id, { by, at })
  return { is: 'remembered', id }
}

/** A no to what a message or a reply of ours offers, so that it isn't offered again. False: there is neither by that id. */
export async function refuse(tx: Tx, source: Id, { by, at }: Done): Promise<boolean> {
  if (!(await store.refuse(tx, source, { by, at }))) return false
  await record(tx, [{ kind: 'moment', at, by, detail: { is: 'refused', source } }])
  return true
}

/** Takes that no back. False: nobody had said it. */
export async function offerAgain(tx: Tx, source: Id, { by, at }: Done): Promise<boolean> {
  if ((await store.takeRefusalBack(tx, source)) === 0) return false
  await record(tx, [{ kind: 'moment', at, by, detail: { is: 'offered', source } }])
  return true
}

/** False: there is none that they may see. */
export async function erase(tx: Tx, id: Id, done: Done): Promise<boolean> {
  const moment = await store.momentForChange(tx, id, done.by)
  if (moment === null) return false
  await store.eraseMoment(tx, id)
  await tell(tx, moment.personId, 'erased', id, done)
  return true
}

export type Settled = 'settled' | 'missing' | 'no-promise'

/** `as` null: it is open again. */
export async function settle(tx: Tx, id: Id, as: 'kept' | 'broken' | null, done: Done): Promise<Settled> {
  const moment = await store.momentForChange(tx, id, done.by)
  if (moment === null) return 'missing'
  if (moment.kind !== 'promise') return 'no-promise'
  await store.settleMoment(tx, id, as && { as, ...done })
  await tell(tx, moment.personId, as ?? 'open', id, done)
  return 'settled'
}

/** What to call them, how to say it, and how they like to be reached. Throws PersonMissing. */
export async function saveCard(tx: Tx, person: Id, card: store.Card, { by, at }: Done): Promise<void> {
  const [head] = await mustBeOneHuman(tx, person)
  await store.saveCard(tx, head, card)
  await record(tx, [{ kind: 'person', at, by, personId: head, detail: { is: 'card' } }])
}

const tell = (tx: Tx, personId: Id, is: string, moment: Id, { by, at }: Done) =>
  record(tx, [{ kind: 'moment', at, by, personId, detail: { is, moment } }])
