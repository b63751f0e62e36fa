import { afterAll, expect, test } from 'vitest'
import { ada, at, bo, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import type { Channel } from '../channels/channel.ts'
import { hearWhatCanBe } from '../flows/hear-what-can-be.ts'
import { newId } from '../lib/ids.ts'
import { complete } from './completing.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)
afterAll(opened.close)

test('a thread that we came late to gets its beginning, and people their names', async () => {
  const kit = await founder(opened)
  const { roomId, say } = await squareRoom(opened, kit.workspace)
  const nobodyYet = { ...bo, handle: null, name: null }
  const { conversations } = await say(said('c', nobodyYet, 'dear bakery, look at this', { inReplyTo: 'b', at: at(2) }))
  const past = [
    said('a', ada, 'my cake fell', { reasons: [] }),
    said('b', ada, 'and then the cat came', { inReplyTo: 'a', at: at(1), reasons: [] }),
  ]
  const channel: Channel = {
    ...opened.square,
    lookUp: async (ids) => past.filter(({ id }) => ids.includes(id)),
    profiles: async (ids) => [ada, bo].filter(({ id }) => ids.includes(id)),
  }
  const room = { address: roomId, settings: {}, secret: null, cursor: null }
  const about = {
    db,
    clock,
    newId,
    workspace: kit.workspace,
    roomId,
    channel,
    room,
    kit: opened.house.kit(new AbortController().signal),
  }
  await complete({ ...about, log: (line) => expect(line).toBe('') }, conversations)

  const { body } = await kit.call('GET', `/conversations/${conversations[0]}`)
  expect(body.thread.map((it) => [it.person.id === body.person.id, it.text])).toEqual([
    [true, 'my cake fell'],
    [true, 'and then the cat came'],
    [false, 'dear bakery, look at this'],
  ])
  // Ada told it to the world, Bo to us: Bo waits.
  expect(body).toMatchObject({ waitingSince: at(2).toISOString(), thread: [{}, {}, { person: { name: 'Bo' } }] })
})

test('a message that can not be filed is left out and counted; the others and the cursor get through', async () => {
  const kit = await founder(opened)
  const { roomId } = await squareRoom(opened, kit.workspace)
  const poison = said('b', ada, 'from before the flood', { at: new Date('-200000-01-01T00:00:00Z') })
  const heard = [said('a', ada, 'first'), poison, said('c', bo, 'last')].map(
    (message) => ({ is: 'said', message }) as const,
  )
  const log: string[] = []
  const filed = await hearWhatCanBe(
    db,
    {
      workspace: kit.workspace,
      room: { id: roomId, channel: 'square' },
      heard,
      cursor: { at: { seen: 3 }, eventAt: at(1) },
      at: at(60),
      listening: () => [],
    },
    newId,
    (line) => log.push(line),
  )
  expect([filed.said, log.length]).toEqual([2, 1])
  expect((await kit.call('GET', '/conversations')).body.items.map((it) => it.preview)).toEqual(['first', 'last'])
  expect((await kit.call('GET', `/rooms/${roomId}`)).body).toMatchObject({
    health: { unreadable: 1, lastHeard: at(60).toISOString() },
  })
})
