/** Bringing two people together: each is asked alone, and the note is written when both agreed. The desk sells nothing in it. */
import type { Tx } from '../db/db.ts'
import { record } from '../domain/happening/happening.store.ts'
import * as store from '../domain/introduction/introduction.store.ts'
import { type Pair, type Said, standing } from '../domain/introduction/introduction.ts'
import { strangers } from '../domain/introduction/proposed.read.ts'
import { mustBeOneHuman } from '../domain/person/joining.store.ts'
import type { Id, NewId } from '../lib/ids.ts'

type Done = { by: Id; at: Date }
export type Begun = { is: 'begun'; id: Id } | { is: 'wrong'; why: string }

/** `dismissed`: they need none, and are not proposed again; that is no answer of either. Throws PersonMissing. */
export async function beginIntroduction(
  tx: Tx,
  asked: Pair & { dismissed: boolean } & Done,
  newId: NewId,
): Promise<Begun> {
  const [[one], [other]] = [await mustBeOneHuman(tx, asked.one), await mustBeOneHuman(tx, asked.other)]
  if (one === other) return { is: 'wrong', why: 'These two are one human.' }
  const pair = { ...asked, one, other }
  const id = newId()
  if ((await strangers(tx, [pair])).length === 0 || !(await store.insertIntroduction(tx, { ...pair, id })))
    return { is: 'wrong', why: 'They know each other, were proposed before, or one of them wants no introductions.' }
  await tell(tx, one, id, asked.dismissed ? 'dismissed' : 'begun', asked)
  return { is: 'begun', id }
}

export type Moved = { is: 'moved' } | { is: 'wrong'; why: string }

/** `said` null: they were asked. `back`: they were not, after all. Throws IntroductionMissing. */
export async function hearSide(
  tx: Tx,
  id: Id,
  { person, said, back, ...done }: { person: Id; said: Said | null; back: boolean } & Done,
): Promise<Moved> {
  const held = await store.introductionForChange(tx, id)
  if (person !== held.oneId && person !== held.otherId)
    return { is: 'wrong', why: 'They are no side of this introduction.' }
  if (held.dismissed) return dismissed
  if (held.writtenAt !== null) return { is: 'wrong', why: 'The note is written already.' }
  if (back) await store.dropSide(tx, id, person)
  else await store.saveSide(tx, id, { person, said, ...done })
  await tell(tx, person, id, back ? 'not asked' : (said ?? 'asked'), done)
  return { is: 'moved' }
}

/** Says that the note was written, or that it was not. Throws IntroductionMissing. */
export async function writeNote(tx: Tx, id: Id, written: boolean, done: Done): Promise<Moved> {
  const held = await store.introductionForChange(tx, id)
  if (written && standing({ ...held, talked: false }, done.at) !== 'agreed')
    return { is: 'wrong', why: 'The note is written when both have said yes.' }
  await store.saveNote(tx, id, written ? done : null)
  await tell(tx, held.oneId, id, written ? 'written' : 'not written', done)
  return { is: 'moved' }
}

/** As if it had never been begun; a no is remembered. Throws IntroductionMissing. */
export async function withdraw(tx: Tx, id: Id, done: Done): Promise<Moved> {
  const held = await store.introductionForChange(tx, id)
  if (standing({ ...held, talked: false }, done.at) === 'declined')
    return { is: 'wrong', why: 'One of them said no, and that is remembered.' }
  await store.dropIntroduction(tx, id)
  await tell(tx, held.oneId, id, 'withdrawn', done)
  return { is: 'moved' }
}

const dismissed: Moved = { is: 'wrong', why: 'This pair was dismissed. Take that back first.' }

const tell = (tx: Tx, personId: Id, introduction: Id, is: string, { by, at }: Done) =>
  record(tx, [{ kind: 'introduction', at, by, personId, detail: { is, introduction } }])
