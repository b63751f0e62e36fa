import { afterAll, expect, test } from 'vitest'
import { ada, askedForCake, at, bo, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import { sql } from '../db/db.ts'
import { grouping } from '../flows/group.ts'
import { newId } from '../lib/ids.ts'
import { placeSome } from './placing.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)
afterAll(opened.close)

const ours = { db, clock, questions: grouping(newId) }
const place = () => placeSome(ours)

/** The almond cake was asked for, and that is placed. */
async function asked() {
  const { workspace } = await founder(opened)
  const room = await squareRoom(opened, workspace)
  await room.say(...askedForCake)
  await place()
  // As it is kept: lists are ordered by it, and objectives count by it.
  const kept = () =>
    db.look(workspace, (tx) =>
      tx.rows<{ asked: number; lastAt: Date }>(
        sql`select asked, last_at from question where workspace_id = ${tx.workspace} order by asked desc`,
      ),
    )
  return { room, kept }
}

test('who asks later is counted with those before, and an older message that comes late moves no last time', async () => {
  const { room, kept } = await asked()
  await room.say(
    said('e', bo, 'Is the almond cake back yet?', { at: at(40) }),
    said('f', ada, 'almond cake back?', { at: at(45) }),
  )
  await place()
  await room.say(said('g', bo, 'is the almond cake back', { at: at(5) }))
  await place()
  expect(await kept()).toEqual([{ asked: 6, lastAt: at(45) }])
})

test('what another process placed meanwhile is known to this one, which then goes on', async () => {
  const { room, kept } = await asked()
  const other = { ...ours, questions: grouping(newId) }
  await room.say(said('i', bo, 'How do I become a baker?'))
  expect(await placeSome(other)).toBe(1)
  await room.say(said('j', ada, 'How do I become a baker?'))
  expect(await place()).toBe(1)
  expect(await kept()).toMatchObject([{ asked: 3 }, { asked: 2 }])
})

test('placing that failed is done again, as if it had not begun', async () => {
  const { room, kept } = await asked()
  await room.say(said('k', bo, 'How do I become a baker?'))
  // Away once the sketches of this process hold it, and no row does.
  const breaking: typeof db.in = (workspace, work) =>
    db.in(workspace, (tx) => work({ ...tx, run: () => Promise.reject(new Error('away')) }))
  await expect(placeSome({ ...ours, db: { ...db, in: breaking } })).rejects.toThrow('away')
  expect(await kept()).toMatchObject([{ asked: 3 }])
  expect(await place()).toBe(1)
  expect(await place()).toBe(0)
  expect(await kept()).toMatchObject([{ asked: 3 }, { asked: 1 }])
})
