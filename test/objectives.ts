/** A desk on which something comes of talking: for those who count what talk was worth. */
import { type Db, sql, type Tx } from '../src/db/db.ts'
import { grouping } from '../src/flows/group.ts'
import { type NewOutcome, writeOutcome } from '../src/flows/outcomes.ts'
import { placeSome } from '../src/jobs/placing.ts'
import { newId } from '../src/lib/ids.ts'
import { sealWith } from '../src/lib/seal.ts'
import type { ada } from './cast.ts'
import { noon, said } from './cast.ts'
import { freshWorkspace } from './database.ts'
import { heldClock, squareRoom } from './house.ts'

/** A desk with two rooms and two objectives; the first room serves the first. Hours pass as the test says. */
export async function deskWithObjectives(db: Db) {
  const { workspace, kit } = await freshWorkspace(db)
  const clock = heldClock(noon)
  const house = { db, clock, seal: sealWith('test') } as never
  const rooms = [await squareRoom({ house }, workspace), await squareRoom({ house }, workspace)]
  const inside = <T>(work: (tx: Tx) => Promise<T>) => db.in(workspace, work)
  const objectives = [newId(), newId()]
  for (const [n, id] of objectives.entries())
    await inside((tx) =>
      tx.run(sql`
        insert into objective (id, workspace_id, result, kind, measure, baseline, target, due, unit_value_cents, currency, owner_id, created_at)
        values (${id}, ${workspace}, ${`Objective ${n}`}, 'sales', 'orders', 0, 10, '2027-01-01', ${n === 0 ? 1999 : null},
          ${n === 0 ? 'EUR' : null}, ${kit}, ${noon})`),
    )
  await inside((tx) => tx.run(sql`update room set objective_id = ${objectives[0]} where id = ${rooms[0]?.roomId}`))
  let many = 0
  const say = async (room: number, who: typeof ada, words: string, inReplyTo: string | null = null) => {
    const id = `m${many++}`
    await rooms[room]?.say(said(id, who, words, { at: clock.now(), inReplyTo }))
    await placeSome({ db, clock, questions: grouping(newId) })
    return id
  }
  const talks = () =>
    inside((tx) =>
      tx.rows<{ id: string; roomId: string; personId: string | null; first: string }>(
        sql`select id, room_id, person_id, thread_key as first from conversation order by id`,
      ),
    )
  const done = () => ({ by: kit, at: clock.now() })
  const write = (more: Partial<NewOutcome>) =>
    inside((tx) => writeOutcome(tx, { ...untold, at: clock.now(), ...more }, done(), newId))
  return { workspace, kit, clock, rooms, objectives, inside, say, talks, done, write }
}

/** An outcome of which nothing more was said. */
export const untold: NewOutcome = {
  code: null,
  objective: null,
  what: 'An order',
  valueCents: null,
  currency: null,
  at: noon,
  person: null,
  conversation: null,
  evidence: '',
  source: 'hand',
  key: null,
}
