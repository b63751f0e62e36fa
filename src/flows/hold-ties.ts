/** Holding, letting go and handing over relationships, within what one human can hold. */
import type { Tx } from '../db/db.ts'
import { record } from '../domain/happening/happening.store.ts'
import { mustBeOneHuman, oneHuman } from '../domain/person/joining.store.ts'
import * as store from '../domain/tie/tie.store.ts'
import { type Closeness, closer, mostHeld, roomFor } from '../domain/tie/tie.ts'
import type { Id } from '../lib/ids.ts'

export type Held = { is: 'held' } | { is: 'full' } | { is: 'no-teammate' }

/** Holds somebody, or changes how. Who holds 150 can't hold another: one of them goes to a colleague first. Throws PersonMissing. */
export async function hold(
  tx: Tx,
  asked: { teammate: Id; person: Id; closeness: Closeness; everyDays: number | null; by: Id; at: Date },
): Promise<Held> {
  const people = await mustBeOneHuman(tx, asked.person)
  if (!(await store.lockTeammate(tx, asked.teammate))) return { is: 'no-teammate' }
  const held = await store.tiesOf(tx, asked.teammate, people)
  if (held.length === 0 && roomFor(await store.heldBy(tx, asked.teammate)) === 0) return { is: 'full' }
  const [head] = people
  await store.saveTie(tx, { ...asked, person: held[0]?.personId ?? head, since: asked.at })
  const { by, at, teammate, closeness, everyDays } = asked
  await record(tx, [{ kind: 'tie', at, by, personId: head, detail: { is: 'held', teammate, closeness, everyDays } }])
  return { is: 'held' }
}

/** False: there was no tie. Throws PersonMissing. */
export async function letGo(
  tx: Tx,
  { teammate, person, by, at }: { teammate: Id; person: Id; by: Id; at: Date },
): Promise<boolean> {
  const people = await mustBeOneHuman(tx, person)
  if ((await store.dropTies(tx, teammate, people)) === 0) return false
  await record(tx, [{ kind: 'tie', at, by, personId: people[0], detail: { is: 'let-go', teammate } }])
  return true
}

export type HandedOver = { is: 'handed-over'; people: number } | { is: 'no-room'; for: number } | { is: 'no-teammate' }

/** All of somebody's ties, or those with `people`. Where the colleague holds the same human, the closer tie stays. */
export async function handOver(
  tx: Tx,
  { from, to, people, by, at }: { from: Id; to: Id; people: readonly Id[] | null; by: Id; at: Date },
): Promise<HandedOver> {
  if (from === to || !(await store.lockTeammate(tx, to))) return { is: 'no-teammate' }
  const names = people && (await Promise.all(people.map((id) => oneHuman(tx, id)))).flat()
  const leaving = await store.tiesOf(tx, from, names)
  const standing = new Map((await store.tiesOf(tx, to, null)).map((tie) => [tie.headId, tie]))
  const fresh = new Set(leaving.filter(({ headId }) => !standing.has(headId)).map(({ headId }) => headId))
  const room = mostHeld - (await store.heldBy(tx, to))
  if (fresh.size > room) return { is: 'no-room', for: fresh.size - Math.max(0, room) }
  for (const tie of leaving) {
    const theirs = standing.get(tie.headId)
    const kept = theirs ? { ...theirs, closeness: closer(theirs.closeness, tie.closeness) } : tie
    standing.set(tie.headId, kept)
    await store.saveTie(tx, { ...kept, teammate: to, person: kept.personId })
  }
  await store.dropTies(
    tx,
    from,
    leaving.map(({ personId }) => personId),
  )
  const heads = [...new Set(leaving.map(({ headId }) => headId))]
  await record(
    tx,
    heads.map((personId) => ({ kind: 'tie', at, by, personId, detail: { is: 'handed-over', from, to } })),
  )
  return { is: 'handed-over', people: heads.length }
}
