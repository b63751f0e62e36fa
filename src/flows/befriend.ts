/** Saying that somebody did something for us, or that they did not, and thanking them. */
import type { Tx } from '../db/db.ts'
import * as store from '../domain/deed/deed.store.ts'
import { type Wrong, wrongWith } from '../domain/deed/deed.ts'
import { record } from '../domain/happening/happening.store.ts'
import { mustBeOneHuman } from '../domain/person/joining.store.ts'
import type { Id, NewId } from '../lib/ids.ts'

type Done = { by: Id; at: Date }
export type Written = { is: 'written'; id: Id } | ({ is: 'wrong' } & Wrong) | { is: 'not-theirs' } | { is: 'known' }

/** It is kept with the name that did it. Throws PersonMissing. */
export async function writeDeed(
  tx: Tx,
  { person, by, at, ...deed }: store.NewDeed & { person: Id } & Done,
  newId: NewId,
): Promise<Written> {
  const sourced = deed.messageId !== null || deed.wooingId !== null
  const wrong = wrongWith({ ...deed, sourced })
  if (wrong) return { is: 'wrong', ...wrong }
  const people = await mustBeOneHuman(tx, person)
  const source = sourced ? await store.sourceOf(tx, deed) : { personId: people[0] }
  if (source === null || !people.includes(source.personId)) return { is: 'not-theirs' }
  const id = newId()
  if (!(await store.insertDeed(tx, { ...deed, id, personId: source.personId, by, at }))) return { is: 'known' }
  await tell(tx, people[0], deed.confirmed ? deed.kind : 'none', { by, at })
  return { is: 'written', id }
}

/** False: there is none by that id. */
export const takeDeedBack = (tx: Tx, id: Id, done: Done): Promise<boolean> =>
  telling(tx, store.dropDeed(tx, id), 'taken back', done)

/** `thanked` false: it is due again. False: there is no such deed. */
export const thank = (tx: Tx, id: Id, thanked: boolean, done: Done): Promise<boolean> =>
  telling(tx, store.saveThanks(tx, id, thanked ? done : null), thanked ? 'thanked' : 'thanks due', done)

async function telling(tx: Tx, changed: Promise<{ personId: Id } | null>, is: string, done: Done): Promise<boolean> {
  const found = await changed
  if (found === null) return false
  await tell(tx, found.personId, is, done)
  return true
}

const tell = (tx: Tx, personId: Id, is: string, { by, at }: Done) =>
  record(tx, [{ kind: 'deed', at, by, personId, detail: { is } }])
