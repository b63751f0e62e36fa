/** Joins two people into one human and takes them apart again: looks, asks the rule, saves and records. */
import type { Tx } from '../db/db.ts'
import { record } from '../domain/happening/happening.store.ts'
import type { Author } from '../domain/message/heard.ts'
import { type Evidence, isProof } from '../domain/person/evidence.ts'
import * as store from '../domain/person/joining.store.ts'
import { join, type Linkable, takeApart, withoutConsent } from '../domain/person/joining.ts'
import { likelySame } from '../domain/person/likely.read.ts'
import type { Known } from '../domain/person/person.store.ts'
import type { Id, NewId } from '../lib/ids.ts'

export type Joined =
  | { is: 'joined'; id: Id; person: Id }
  | { is: 'same' }
  | { is: 'without-consent'; of: readonly Linkable[] }

/** What is done, by whom (null: by proof) and on what evidence. Throws PersonMissing. */
export async function joinPeople(
  tx: Tx,
  asked: { keep: Id; absorb: Id; evidence: readonly Evidence[]; by: Id | null; at: Date },
  newId: NewId,
): Promise<Joined> {
  store.holdJoining(tx)
  const [keep, absorb] = [await store.mustBeOneHuman(tx, asked.keep), await store.mustBeOneHuman(tx, asked.absorb)]
  const everyone = [...keep, ...absorb]
  const decided = join(await store.joinsAmong(tx, everyone), { keep: keep[0], absorb: absorb[0] })
  if (decided === null) return { is: 'same' }
  const missing = withoutConsent(await store.linkables(tx, everyone))
  if (missing.length > 0) return { is: 'without-consent', of: missing }

  const id = newId()
  await store.forgetNo(tx, keep, absorb)
  await store.saveJoin(tx, decided.edge, { ...asked, id })
  await store.saveHeads(tx, everyone, decided.joins)
  await record(tx, [
    {
      kind: 'person',
      at: asked.at,
      by: asked.by,
      personId: keep[0],
      detail: { is: 'joined', join: id, people: [keep[0], absorb[0]] },
    },
  ])
  return { is: 'joined', id, person: keep[0] }
}

/** Gives both people as they stand now; null: that join does not stand. */
export async function takePeopleApart(
  tx: Tx,
  { id, by, at }: { id: Id; by: Id | null; at: Date },
): Promise<{ kept: Id; absorbed: Id } | null> {
  store.holdJoining(tx)
  const edge = await store.standingJoin(tx, id)
  if (edge === null) return null
  const everyone = await store.mustBeOneHuman(tx, edge.keptId)
  const joins = takeApart(await store.joinsAmong(tx, everyone), edge.absorbedId)
  await store.saveApart(tx, id, { by, at })
  await store.saveHeads(tx, everyone, joins)
  await record(tx, [
    {
      kind: 'person',
      at,
      by,
      personId: edge.keptId,
      detail: { is: 'apart', join: id, people: [edge.keptId, edge.absorbedId] },
    },
  ])
  return { kept: edge.keptId, absorbed: edge.absorbedId }
}

/** Joins at once those whom proof from their own control makes one: each of two pages names the other, whichever is heard first. */
export async function joinProven(
  tx: Tx,
  authors: readonly Author[],
  known: ReadonlyMap<string, Known>,
  { at, newId }: { at: Date; newId: NewId },
): Promise<void> {
  const claiming = authors.filter(({ about }) => about?.links.some(({ proven }) => proven))
  const people = claiming.map(({ id }) => (known.get(id) as Known).personId)
  const named = await store.provenPages(
    tx,
    [...known.values()].map(({ personId }) => personId),
  )
  await joinByProof(tx, [...people, ...named], { at, newId })
}

/** Each of these with whom proof makes one human with them. */
export async function joinByProof(
  tx: Tx,
  people: readonly Id[],
  { at, newId }: { at: Date; newId: NewId },
): Promise<void> {
  for (const person of new Set(people)) {
    for (const { id, evidence } of await likelySame(tx, person)) {
      if (isProof(evidence)) await joinPeople(tx, { keep: id, absorb: person, evidence, by: null, at }, newId)
    }
  }
}

/** Whoever takes their consent back is no longer linked: every join of that name is taken apart. */
export async function setConsent(
  tx: Tx,
  identity: Id,
  consent: { how: string } | null,
  { by, at }: { by: Id; at: Date },
): Promise<boolean> {
  const of = await store.setConsent(tx, identity, consent && { ...consent, by, at })
  if (of === null) return false
  await record(tx, [
    { kind: 'person', at, by, personId: of.personId, detail: { is: consent ? 'consented' : 'consent-withdrawn' } },
  ])
  if (consent === null && withoutConsent(await linkedWith(tx, of.personId)).length > 0) {
    for (const { id } of await store.joinsOf(tx, of.personId)) await takePeopleApart(tx, { id, by, at })
  }
  return true
}

const linkedWith = async (tx: Tx, person: Id): Promise<Linkable[]> =>
  store.linkables(tx, await store.oneHuman(tx, person))
