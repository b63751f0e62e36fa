/** Setting somebody on a rung of the ladder, and lifting them from it. A teammate does it; nothing does it by itself. */
import { sql, type Tx } from '../db/db.ts'
import { record } from '../domain/happening/happening.store.ts'
import * as store from '../domain/ladder/ladder.store.ts'
import { type Rung, standsOn, type Wrong, whyHeldBack, wrongWith } from '../domain/ladder/ladder.ts'
import { dayOf } from '../domain/moment/moment.ts'
import { mustBeOneHuman, oneHuman } from '../domain/person/joining.store.ts'
import type { Id, NewId } from '../lib/ids.ts'

type Done = { by: Id; at: Date }
export type Set = { is: 'set'; id: Id } | ({ is: 'wrong' } & Wrong)

/** Throws PersonMissing. */
export async function setRung(
  tx: Tx,
  { person, by, at, ...asked }: { person: Id; rung: Rung; reason: string; untilDay: string } & Done,
  newId: NewId,
): Promise<Set> {
  const wrong = wrongWith(asked, dayOf(at))
  if (wrong) return { is: 'wrong', ...wrong }
  const [head] = await mustBeOneHuman(tx, person)
  const id = newId()
  await store.insertRung(tx, { ...asked, id, personId: head, by, at })
  await tell(tx, head, asked.rung, { by, at })
  return { is: 'set', id }
}

/** `lifted` false: they stand on it again. False: there is none by that id. */
export async function liftRung(tx: Tx, id: Id, lifted: boolean, done: Done): Promise<boolean> {
  const found = await store.saveLifted(tx, id, lifted ? done : null)
  if (found === null) return false
  await tell(tx, found.personId, lifted ? 'lifted' : 'set again', done)
  return true
}

/** Why whoever said this message is not answered now; null: they are. */
export async function heldByLadder(tx: Tx, message: Id, today: string): Promise<string | null> {
  const by = await tx.row<{ id: Id; name: string }>(sql`
    select p.id, p.name from message m join person p on p.id = m.person_id where m.workspace_id = ${tx.workspace} and m.id = ${message}`)
  if (by === null) return null
  return whyHeldBack(by.name, standsOn(await store.rungsOf(tx, await oneHuman(tx, by.id)), today))
}

const tell = (tx: Tx, personId: Id, is: string, { by, at }: Done) =>
  record(tx, [{ kind: 'rung', at, by, personId, detail: { is } }])
