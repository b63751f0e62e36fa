import { afterAll, expect, test } from 'vitest'
import { ada, at, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { founder, heldClock, openHouse, squareRoom, toldElsewhere } from '../../test/house.ts'
import { StandingQueries } from './standing-queries.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)
const { presence, changes } = await toldElsewhere(db)
afterAll(async () => {
  await presence.close()
  await opened.close()
})

test('a listener is heard by as soon as it was added, changed or removed; a room of others never', async () => {
  const kit = await founder(opened)
  const { roomId } = await squareRoom(opened, kit.workspace)
  const log: string[] = []
  const standing = new StandingQueries({ db, clock, log: (line) => log.push(line) }, changes)
  const listening = standing.of({ workspaceId: kit.workspace, roomId, channel: 'square' })
  const wanted = async (words: string) => (await listening.now('The square'))([said('a', ada, words)])[0] ?? []
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
  const standing = new StandingQueries({ db, clock, log: () => {} }, changes)
  const listening = standing.of({ workspaceId: kit.workspace, roomId, channel: 'square' })
  const wanted = async (words: string) => (await listening.now('The square'))([said('c', ada, words)])[0] ?? []
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

test('what two rooms hear alike is read once, and each workspace is told of its own listeners alone', async () => {
  const [kit, mia] = [await founder(opened), await founder(opened)]
  const standing = new StandingQueries({ db, clock, log: () => {} }, changes)
  const rooms = await Promise.all([kit, mia, mia].map(({ workspace }) => squareRoom(opened, workspace)))
  const [ofKit, ofMia, elsewhere] = [kit, mia, mia].map(({ workspace }, at) =>
    standing.of({ workspaceId: workspace, roomId: rooms[at]?.roomId ?? '', channel: 'square' }),
  )
  const listens = async (who: typeof kit, name: string, query: string, rooms: string[] | null = null) =>
    (await who.call('POST', '/listeners', { name, query, rooms, judged: [] })).body.id
  const cake = await listens(kit, 'Cake', 'cake')
  const miasCake = await listens(mia, 'Cake', 'cake -bread')
  const here = await listens(mia, 'Here', 'cake', [rooms[1]?.roomId ?? ''])
  let read = 0
  const message = {
    ...said('a', ada, ''),
    get text() {
      read++
      return 'the cake fell'
    },
  }
  const wanted = async (by = ofKit) => (await by?.now('The square'))?.([message, said('b', ada, 'bread')])
  expect(await wanted(ofKit)).toEqual([[cake], []])
  await wanted(ofMia) // its listeners are read: what was answered before is asked anew
  read = 0
  expect(await wanted(ofMia)).toEqual([[miasCake, here], []])
  expect(await wanted(elsewhere)).toEqual([[miasCake], []])
  expect(await wanted(ofKit)).toEqual([[cake], []])
  expect(read).toBe(0)
})

test('what a query asks of the room, or of what was understood, is asked for that room', async () => {
  const kit = await founder(opened)
  const standing = new StandingQueries({ db, clock, log: () => {} }, changes)
  const { roomId } = await squareRoom(opened, kit.workspace)
  const listening = standing.of({ workspaceId: kit.workspace, roomId, channel: 'square' })
  const queries = [
    'cake in:"The square"',
    'cake -in:"The square"',
    'is:question',
    'cake (tea OR is:question)',
    'cake lang:en',
  ]
  const ids: unknown[] = []
  for (const query of queries)
    ids.push((await kit.call('POST', '/listeners', { name: query, query, rooms: null, judged: [] })).body.id)
  const named = async (words: string, called: string) =>
    ((await listening.now(called))([said('c', ada, words)])[0] ?? []).map((id) => queries[ids.indexOf(id)]).sort()
  expect(await named('the cake fell on the floor', 'The square')).toEqual(['cake in:"The square"', 'cake lang:en'])
  expect(await named('where is my cake?', 'The corner')).toEqual(
    ['cake (tea OR is:question)', 'cake -in:"The square"', 'cake lang:en', 'is:question'].sort(),
  )
  expect(await named('where is my bread?', 'The square')).toEqual(['is:question'])
})

test('a workspace of which no room is heard any more is forgotten, and known again when one is', async () => {
  const kit = await founder(opened)
  const standing = new StandingQueries({ db, clock, log: () => {} }, changes)
  const { roomId } = await squareRoom(opened, kit.workspace)
  const place = { workspaceId: kit.workspace, roomId, channel: 'square' }
  const asked = { name: 'Cake', query: 'cake', rooms: null, judged: [] }
  const { body: cake } = await kit.call('POST', '/listeners', asked)
  const before = standing.of(place)
  const wanted = await before.now('The square')
  expect(wanted([said('d', ada, 'the cake fell')])).toEqual([[cake.id]])
  before.leave()
  expect(wanted([said('d', ada, 'the cake fell')])).toEqual([[]])
  await kit.call('PUT', `/listeners/${cake.id}`, { ...asked, query: 'bread' })
  const after = standing.of(place)
  expect((await after.now('The square'))([said('d', ada, 'cake'), said('e', ada, 'bread')])).toEqual([[], [cake.id]])
})
