import { beforeAll, expect, test } from 'vitest'
import { acme, ada, at, bo, noon, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { type Caller, founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { sql } from '../../db/db.ts'
import { hear } from '../../flows/hear.ts'
import { sift } from '../../flows/sift.ts'
import { newId } from '../../lib/ids.ts'
import type { Ripple } from './shapes.ripple.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60 * 48))
const opened = await openHouse(db, clock)
let kit: Caller
let other: Awaited<ReturnType<typeof squareRoom>>

beforeAll(async () => {
  kit = await founder(opened)
  const square = await squareRoom(opened, kit.workspace)
  other = await squareRoom(opened, kit.workspace)
  const url = 'https://square.example/ours'
  await square.say(
    said('ours', acme, 'The ovens are cold today, sorry.', { reasons: ['room'], url }),
    said('r1', ada, 'oh no', { at: at(10), inReplyTo: 'ours', reasons: ['reply'] }),
    said('r2', bo, 'see you tomorrow, Ada', { at: at(20), inReplyTo: 'r1', reasons: [] }),
    said('r3', acme, 'We will be there', { at: at(25), inReplyTo: 'r2', reasons: [] }),
    said('q1', bo, 'look at this', { at: at(90), quotes: 'ours', reasons: ['quote'] }),
  )
  await square.say(
    said('q2', { ...bo, id: 'cleo', name: 'Cleo' }, 'true', { at: at(95), inReplyTo: 'q1', reasons: ['room'] }),
  )
  await other.say(
    said('l1', { ...bo, id: 'dan', name: 'Dan' }, 'the bakery says so', {
      at: at(60 * 30),
      links: [url, url],
      reasons: ['room'],
    }),
  )
  const passed = (id: string, who: string, target: string) =>
    ({ is: 'passed-on', source: who, id, target, author: { ...ada, id: who, name: who }, at: at(30) }) as const
  await hear(
    db,
    {
      workspace: kit.workspace,
      room: { id: square.roomId, channel: 'square' },
      heard: [passed('p1', 'eve', 'ours'), passed('p1', 'eve', 'ours'), passed('p2', 'finn', 'q1')],
      at: clock.now(),
      listening: () => [],
    },
    newId,
  )
})

test('replies, quotes, reposts and links are one tree, across rooms', async () => {
  const { steps } = await ripple()
  expect(
    steps.map(({ depth, kind, person, room }) => [depth, kind, person?.name ?? 'us', room.id === other.roomId]),
  ).toEqual([
    [1, 'reply', 'Ada', false],
    [2, 'reply', 'Bo', false],
    [3, 'reply', 'us', false],
    [1, 'repost', 'eve', false],
    [1, 'quote', 'Bo', false],
    [2, 'repost', 'finn', false],
    [2, 'reply', 'Cleo', false],
    [1, 'link', 'Dan', true],
  ])
})

test('people are counted once, by what they did, and when', async () => {
  expect((await ripple()).reach).toEqual({ people: 6, rooms: 2, hour: 4, day: 5, week: 6 })
})

test('hearing it again changes nothing, and what is taken back is gone', async () => {
  await other.say(
    said('l1', { ...bo, id: 'dan' }, 'again', { links: ['https://square.example/ours'], reasons: ['room'] }),
  )
  expect((await ripple()).steps).toHaveLength(8)
  await db.in(kit.workspace, (tx) => tx.run(sql`update message set deleted_at = ${noon} where external_id = 'q1'`))
  expect((await ripple()).steps.map(({ kind }) => kind)).toEqual(['reply', 'reply', 'reply', 'repost', 'link'])
})

test('a repost that was taken back counts no more, and nobody takes another’s back', async () => {
  const [eve] = await db.look(kit.workspace, (tx) =>
    tx.rows<{ source: string; id: string; roomId: string }>(sql`
      select p.source, p.external_id as id, p.room_id from passing_on p join person e on e.id = p.person_id and e.name = 'eve'`),
  )
  if (!eve) throw new Error('eve reposted nothing')
  const { id, roomId } = eve
  const takeBack = async (source: string) => {
    const around = { workspace: kit.workspace, room: { id: roomId, channel: 'square' } }
    const { heard } = await sift(db, { ...around, heard: [{ is: 'deleted', source, id, at: noon }], wanted: () => [] })
    await hear(db, { ...around, heard, at: clock.now(), listening: () => [] }, newId)
    return heard.length
  }
  expect(await takeBack('finn')).toBe(1)
  expect((await ripple()).steps.filter(({ kind }) => kind === 'repost')).toHaveLength(1)
  expect(await takeBack(eve.source)).toBe(1)
  expect((await ripple()).steps.filter(({ kind }) => kind === 'repost')).toHaveLength(0)
  expect(await takeBack(eve.source)).toBe(0)
})

test('only a message of ours has one, and it says what its channel can tell', async () => {
  expect((await ripple()).channel).toEqual({ title: 'Square', reposts: false })
  expect((await kit.call('GET', `/messages/${await idOf('r1')}/ripple`)).status).toBe(404)
})

const ripple = async () => (await kit.call('GET', `/messages/${await idOf('ours')}/ripple`)).body as unknown as Ripple
const idOf = async (externalId: string) =>
  (
    await db.look(kit.workspace, (tx) =>
      tx.row<{ id: string }>(sql`select id from message where external_id = ${externalId}`),
    )
  )?.id
