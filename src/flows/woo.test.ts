import { beforeAll, expect, test } from 'vitest'
import { acme, ada, at, bo, noon, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { type Caller, founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import type { WonAndLost } from '../api/people/shapes.won.ts'
import type { Wooings } from '../api/people/shapes.wooing.ts'
import { sql } from '../db/db.ts'
import { spotEverywhere } from '../jobs/spotting.ts'
import { newId } from '../lib/ids.ts'

const { db } = await freshDatabase()
const clock = heldClock(noon)
const opened = await openHouse(db, clock)
const HOUR_MS = 3_600_000
let kit: Caller
let say: Awaited<ReturnType<typeof squareRoom>>['say']

beforeAll(async () => {
  kit = await founder(opened)
  ;({ say } = await squareRoom(opened, kit.workspace))
})

test('who was let down on two days is spotted once, with the reason', async () => {
  await say(said('bo1', bo, 'I am furious, the rolls came crushed', { at: at(-60 * 24 * 20) }))
  await say(said('acme1', acme, 'Fresh ones are on their way.', { at: at(-60 * 24 * 20 + 5), inReplyTo: 'bo1' }))
  const { id } = (await kit.call('GET', '/people?q=bo')).body.items?.[0] ?? { id: '' }
  const crushed = { kind: 'hiccup', text: 'crushed rolls', onDay: '2026-05-12' }
  await kit.call('POST', `/people/${id}/moments`, crushed)
  expect(await spotted()).toBe(0)
  await say(said('bo2', bo, 'The door is shut again. This is terrible, I am so angry.'))
  expect([await spotted(), await spotted()]).toEqual([1, 0])
  const { items } = await wooings()
  expect(items).toMatchObject([
    { person: { name: 'Bo' }, reason: { is: 'let-down', times: 2 }, taken: [], next: 'acknowledged', proposed: null },
  ])
})

test('our reply acknowledges it, and taking it back takes that back', async () => {
  clock.move(1000)
  const { last } = await only()
  const reply = await kit.call('POST', `/conversations/${last?.conversationId}/replies`, { text: 'You are right.' })
  expect(await only()).toMatchObject({ taken: [{ step: 'acknowledged', by: { name: 'Kit' } }], next: 'put-right' })
  await kit.call('DELETE', `/replies/${reply.body.id}`)
  expect(await only()).toMatchObject({ taken: [], next: 'acknowledged' })
})

test('an answer on the channel itself acknowledges it too, by one of us', async () => {
  await say(said('acme2', acme, 'Coming!', { at: new Date(clock.now().getTime() + 1000), inReplyTo: 'bo2' }))
  expect(await only()).toMatchObject({ taken: [{ step: 'acknowledged', by: null }], next: 'put-right' })
})

test('a teammate takes the steps, and takes the last one back', async () => {
  const { id } = await only()
  const step = (step: string) => kit.call('PUT', `/wooings/${id}/step`, { step })
  expect((await step('put-right')).status).toBe(200)
  expect((await step('put-right')).body.detail).toBe('That step was taken already.')
  expect(await only()).toMatchObject({ next: 'followed-up' })
  await kit.call('DELETE', `/wooings/${id}/step`)
  expect(await only()).toMatchObject({ next: 'put-right' })
  expect((await kit.call('DELETE', `/wooings/${id}/step`)).status).toBe(409)
})

test('their praise proposes that they are won back, and only a teammate says so', async () => {
  clock.move(HOUR_MS)
  await say(said('bo3', bo, 'Thank you so much, that was wonderful and kind!', { at: clock.now(), inReplyTo: 'acme2' }))
  expect(await only()).toMatchObject({ next: 'put-right', proposed: { text: expect.stringContaining('wonderful') } })
  const { id } = await only()
  await kit.call('PUT', `/wooings/${id}/step`, { step: 'won-back' })
  const after = await wooings()
  expect(after.items).toEqual([])
  expect(await rates()).toEqual([{ month: '2026-06', cause: 'let-down', wonBack: 1, lost: 0, onTheWay: 0 }])
})

test('who was won back is not spotted for what went wrong before', async () => {
  expect(await spotted()).toBe(0)
  clock.move(HOUR_MS)
  await say(said('bo4', bo, 'Your till charged me twice, this is awful.', { at: clock.now() }))
  expect(await spotted()).toBe(0)
  clock.move(25 * HOUR_MS)
  expect(await spotted()).toBe(1)
  expect(await only()).toMatchObject({ person: { name: 'Bo' }, reason: { is: 'waiting', hours: 25 } })
})

test('staff, bots and feeds need no wooing, and stand in no rate', async () => {
  const { person } = await only()
  await kit.call('PUT', `/people/${person.id}/kind`, { kind: 'bot' })
  expect([(await wooings()).items, await rates()]).toEqual([[], []])
  await say(said('ada1', ada, 'Where is my order?', { at: clock.now() }))
  await db.in(kit.workspace, (tx) => tx.run(sql`update person set kind = 'staff' where name = 'Ada'`))
  clock.move(100 * HOUR_MS)
  expect(await spotted()).toBe(0)
})

test('two names of one human are wooed once', async () => {
  await db.in(kit.workspace, (tx) => tx.run(sql`update person set kind = 'human'`))
  expect(await spotted()).toBe(1)
  expect((await wooings()).items).toHaveLength(2)
  const named = async (q: string) => (await kit.call('GET', `/people?q=${q}`)).body.items?.[0]?.id as string
  const [keep, other] = [await named('ada'), await named('bo')]
  await kit.call('POST', `/people/${keep}/joins`, { other })
  expect((await wooings()).items).toMatchObject([{ person: { name: 'Ada' } }])
})

const spotted = () => spotEverywhere({ db, clock, newId })
const wooings = async () => (await kit.call('GET', '/wooings')).body as unknown as Wooings
const rates = async () => ((await kit.call('GET', '/won-and-lost')).body as unknown as WonAndLost).rates
async function only() {
  const { items } = await wooings()
  expect(items).toHaveLength(1)
  return items[0] as Wooings['items'][number]
}
