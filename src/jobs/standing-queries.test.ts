import { afterAll, expect, test } from 'vitest'
import { ada, at, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import { bePresent } from '../db/presence.ts'
import { StandingQueries } from './standing-queries.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)
// Another connection than the one that tells the screens: as in another process.
const presence = await bePresent(db.url, 'ears', Math.random)
afterAll(async () => {
  await presence.close()
  await opened.close()
})

test('a listener is heard by as soon as it was added, changed or removed; a room of others never', async () => {
  const kit = await founder(opened)
  const { roomId } = await squareRoom(opened, kit.workspace)
  const log: string[] = []
  const standing = new StandingQueries({ db, presence, clock, log: (line) => log.push(line) })
  await standing.open()
  const listening = standing.of({ workspaceId: kit.workspace, roomId, channel: 'square' }, 'The square')
  const wanted = async (words: string) => (await listening())([said('a', ada, words)])[0] ?? []
  expect(await wanted('the cake fell')).toEqual([])

  const asked = { name: 'Cake', query: 'cake', rooms: null, judged: [] }
  const { body: added } = await kit.call('POST', '/listeners', asked)
  await expect.poll(() => wanted('the cake fell')).toEqual([added.id])
  await kit.call('PUT', `/listeners/${added.id}`, { ...asked, query: 'bread' })
  await expect.poll(() => wanted('the cake fell')).toEqual([])
  expect(await wanted('the bread fell')).toEqual([added.id])
  await kit.call('DELETE', `/listeners/${added.id}`)
  await expect.poll(() => wanted('the bread fell')).toEqual([])

  const other = await founder(opened)
  await other.call('POST', '/listeners', asked)
  await kit.call('POST', '/listeners', { ...asked, name: 'Elsewhere', query: 'tea', rooms: [] })
  await kit.call('POST', '/listeners', { ...asked, name: 'Here', query: 'tea', rooms: [roomId] })
  await expect.poll(async () => (await wanted('the tea and the cake')).length).toBe(1)
  expect(log).toEqual([])
})

test('a message is understood as its workspace taught, from the moment it did', async () => {
  const kit = await founder(opened)
  const { roomId, say } = await squareRoom(opened, kit.workspace)
  await say(said('b', ada, 'the cake fell'))
  const [line] = (await kit.call('GET', '/conversations')).body.items
  const { thread } = (await kit.call('GET', `/conversations/${line?.id}`)).body as never as { thread: { id: string }[] }
  const standing = new StandingQueries({ db, presence, clock, log: () => {} })
  await standing.open()
  const listening = standing.of({ workspaceId: kit.workspace, roomId, channel: 'square' }, 'The square')
  const wanted = async (words: string) => (await listening())([said('c', ada, words)])[0] ?? []
  const { body: praise } = await kit.call('POST', '/listeners', {
    name: 'Praise',
    query: 'cake is:praise',
    rooms: null,
    judged: [],
  })
  expect(await wanted('the cake fell')).toEqual([])
  await kit.call('PUT', `/messages/${thread[0]?.id}/understanding`, { praise: true })
  await expect.poll(() => wanted('the cake fell')).toEqual([praise.id])
})
