import { expect, test } from 'vitest'
import { ada, bo, noon, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { founder, openHouse, squareRoom } from '../../../test/house.ts'
import { sql } from '../../db/db.ts'
import { systemClock } from '../../lib/clock.ts'
import { parse } from '../../listening/parse.ts'
import { find } from './message.search.ts'

const { db } = await freshDatabase()
const house = await openHouse(db, systemClock)

test('a search finds the words of its own workspace, page after page, and none of another', async () => {
  const [acme, other] = [await founder(house, 'Acme'), await founder(house, 'Other')]
  await (await squareRoom(house, acme.workspace)).say(said('1', ada, 'a rocket'), said('2', bo, 'a red rocket'))
  await (await squareRoom(house, other.workspace)).say(said('3', ada, 'their rocket'))
  const search = (after: Parameters<typeof find>[2]['after']) =>
    db.in(acme.workspace, (tx) => find(tx, parse('rocket'), { after, most: 1, now: noon }))

  const first = await search(null)
  const second = await search(first.next)
  const third = await search(second.next)

  const door = await db.in(acme.workspace, (tx) =>
    tx.rows(sql`select message_id from messages_with('rocket', null, null, 9)`),
  )

  expect(door).toHaveLength(2)
  expect([first, second, third].map(({ hits }) => hits.length)).toEqual([1, 1, 0])
})
