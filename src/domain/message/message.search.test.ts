import { expect, test } from 'vitest'
import { ada, at, bo, noon, said } from '../../../test/cast.ts'
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

test('who is hidden ends no search: what was said before them is found', async () => {
  const { workspace } = await founder(house, 'Acme')
  const room = await squareRoom(house, workspace)
  await room.say(said('old', ada, 'a rocket'))
  await room.say(...Array.from({ length: 250 }, (_, i) => said(`${i}`, bo, 'a rocket', { at: at(i + 1) })))
  await db.in(workspace, (tx) => tx.run(sql`update identity set hidden_at = ${noon} where external_id = ${bo.id}`))
  const { hits } = await db.in(workspace, (tx) => find(tx, parse('rocket'), { after: null, most: 1, now: noon }))
  expect(hits).toHaveLength(1)
})
