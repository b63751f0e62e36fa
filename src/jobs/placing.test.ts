import { afterAll, expect, test } from 'vitest'
import { ada, askedForCake, at, bo, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import type { Question } from '../api/questions/shapes.questions.ts'
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
  const kit = await founder(opened)
  const room = await squareRoom(opened, kit.workspace)
  await room.say(...askedForCake)
  await place()
  const found = async () => (await kit.call('GET', '/questions')).body.items as never as Question[]
  const [cake] = await found()
  const cakeNow = async () => (await found()).find(({ id }) => id === cake?.id)
  return { room, found, cakeNow }
}

test('who asks later is counted with those before, and an older message that comes late moves no last time', async () => {
  const { room, cakeNow } = await asked()
  await room.say(
    said('e', bo, 'Is the almond cake back yet?', { at: at(40) }),
    said('f', ada, 'almond cake back?', { at: at(45) }),
  )
  await place()
  await room.say(said('g', bo, 'is the almond cake back', { at: at(5) }))
  await place()
  expect(await cakeNow()).toMatchObject({ asked: 6, lastAt: at(45).toISOString() })
})

test('another process, and one that starts anew, place by the same questions', async () => {
  const { room, cakeNow } = await asked()
  const other = { ...ours, questions: grouping(newId) }
  await room.say(said('i', bo, 'Is the almond cake back?'))
  expect(await placeSome(other)).toBe(1)
  await room.say(said('j', bo, 'Is the almond cake back?'))
  expect(await place()).toBe(1)
  expect(await cakeNow()).toMatchObject({ asked: 5 })
})

test('placing that failed is done again, as if it had not begun', async () => {
  const { room, found } = await asked()
  await room.say(said('k', bo, 'How do I become a baker?'))
  const failing = { ...db, in: () => Promise.reject(new Error('away')) }
  await expect(placeSome({ ...ours, db: failing as never })).rejects.toThrow('away')
  expect(await place()).toBe(1)
  expect(await place()).toBe(0)
  expect(await found()).toHaveLength(2)
})
