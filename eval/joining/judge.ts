/** Lets the desk hear a generated set, and asks it of everybody who might be the same human. */
import { type Db, sql, type Tx } from '../../src/db/db.ts'
import { likelySame } from '../../src/domain/person/likely.read.ts'
import { meet } from '../../src/domain/person/person.store.ts'
import { joinProven } from '../../src/flows/join-people.ts'
import { type Id, newId } from '../../src/lib/ids.ts'
import type { Judged, Pair } from './figures.ts'
import type { Made, Name } from './set.ts'

const BATCH = 200
const AT_ONCE = 4

export async function judge(db: Db, made: Made): Promise<Judged> {
  const workspace = newId()
  await db.in(workspace, (tx) =>
    tx.run(sql`insert into workspace (id, name, created_at) values (${workspace}, ${made.recipe}, now())`),
  )
  const people = new Map<Id, Name>()
  for (let from = 0; from < made.names.length; from += BATCH) {
    const batch = Map.groupBy(made.names.slice(from, from + BATCH), ({ channel }) => channel)
    for (const [channel, names] of batch)
      for (const [name, { personId }] of await db.in(workspace, (tx) => hear(tx, channel, names)))
        people.set(personId, name)
  }
  const joined = await db.in(workspace, (tx) =>
    tx.rows<{ keptId: Id; absorbedId: Id }>(sql`select kept_id, absorbed_id from person_join`),
  )
  const suggested = new Map<string, Pair>()
  const left = [...people.keys()]
  const ask = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      for (const likely of await db.look(workspace, (tx) => likelySame(tx, id as Id))) {
        const [one, other] = [people.get(id), people.get(likely.id)] as [Name, Name]
        const kinds = likely.evidence.map(({ kind }) => kind)
        suggested.set(
          [one, other]
            .map((name) => made.names.indexOf(name))
            .sort()
            .join(),
          { one, other, kinds },
        )
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, ask))
  return {
    names: made.names,
    joined: joined.map(({ keptId, absorbedId }) => ({
      one: people.get(keptId) as Name,
      other: people.get(absorbedId) as Name,
      kinds: ['each-other'],
    })),
    suggested: [...suggested.values()],
  }
}

async function hear(tx: Tx, channel: string, names: readonly Name[]) {
  const at = new Date()
  const authors = names.map(({ author }) => author)
  const known = await meet(tx, channel, authors, at, newId)
  await joinProven(tx, authors, known, { at, newId })
  return names.map((name) => [name, known.get(name.author.id) as { personId: Id }] as const)
}
