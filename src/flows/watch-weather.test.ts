import { beforeAll, expect, test } from 'vitest'
import { acme, at, noon, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { type Caller, colleague, founder, heldClock, openHouse } from '../../test/house.ts'
import type { StormInFull, Storms } from '../api/listening/shapes.weather.ts'
import { add as addListener } from '../domain/listener/listener.store.ts'
import type { Said } from '../domain/message/heard.ts'
import { add as addRoom } from '../domain/room/room.store.ts'
import { watchEverywhere } from '../jobs/weather.ts'
import { newId } from '../lib/ids.ts'
import { hear } from './hear.ts'

const { db } = await freshDatabase()
const clock = heldClock(noon)
const opened = await openHouse(db, clock)
let kit: Caller
let say: (...messages: Said[]) => Promise<unknown>
const listener = newId()

const crowd = (name: string) => ({ ...acme, id: name, name, handle: `${name}.example`, us: false })
const minute = 60_000

beforeAll(async () => {
  kit = await founder(opened)
  const roomId = newId()
  const began = at(-60 * 24 * 21)
  await db.in(kit.workspace, async (tx) => {
    await addRoom(
      tx,
      {
        id: roomId,
        channel: 'square',
        address: 'x',
        name: 'The square',
        account: null,
        settings: {},
        secret: null,
        demo: false,
        at: began,
        by: null,
      },
      opened.house.seal,
    )
    await addListener(tx, {
      id: listener,
      name: 'Bakery',
      query: 'bakery',
      rooms: null,
      createdAt: began,
      by: kit.teammate,
    })
  })
  const room = { id: roomId, channel: 'square' }
  say = (...messages) =>
    hear(
      db,
      {
        workspace: kit.workspace,
        room,
        heard: messages.map((message) => ({ is: 'said' as const, message })),
        at: clock.now(),
        listening: ({ text }) => (/bakery/.test(text) ? [listener] : []),
      },
      newId,
    )
  // Three quiet weeks: a word every ten hours.
  await say(
    ...Array.from({ length: 50 }, (_, n) =>
      said(`quiet${n}`, crowd(`quiet${n}`), 'I passed the bakery today', { at: at(-60 * 10 * (n + 1)), reasons: [] }),
    ),
  )
})

const shouts = [
  'There was glass in the bakery rolls!',
  'glass in my rolls from the bakery, I am furious',
  'the bakery sold me rolls with glass',
]
const shout = (n: number, minutes: number) =>
  said(`shout${n}`, crowd(`shout${n}`), `${shouts[n % 3]} ${n}`, { at: at(minutes), reasons: [] })

test('an ordinary half hour warns of nothing', async () => {
  await say(said('one', crowd('one'), 'the bakery is open', { reasons: [] }))
  expect(await watchEverywhere(opened.house)).toBe(0)
})

test('a storm is warned of once, by the name of what it was heard by, with messages that explain it', async () => {
  clock.move(20 * minute)
  await say(...Array.from({ length: 14 }, (_, n) => shout(n, 3 + n)))
  expect([await watchEverywhere(opened.house), await watchEverywhere(opened.house)]).toEqual([1, 0])
  const { items } = await get<Storms>('/storms')
  expect(items).toMatchObject([{ kind: 'loud', people: 15, messages: 15, overAt: null, onDuty: null }])
  expect(items[0]?.abouts.map(({ name }) => name)).toContain('The square')
  expect(items[0]?.abouts[0]).toEqual({ about: `listener:${listener}`, name: 'Bakery' })
  expect(items[0]?.ordinary).toBeLessThan(1)
  const storm = await get<StormInFull>(`/storms/${items[0]?.id}`)
  expect(storm.explaining.length).toBeGreaterThanOrEqual(3)
  expect(storm.explaining[0]).toMatchObject({ why: 'typical', room: { name: 'The square' } })
  expect(storm.steps.map(({ kind }) => kind)).toContain('warned')
  expect(storm.counts.reduce((sum, { said }) => sum + said, 0)).toBe(15)
  expect((await kit.call('GET', '/counts')).body).toMatchObject({ storms: 1 })
})

test('somebody is on it, and what we say meanwhile is kept with who wrote it', async () => {
  const id = await stormId()
  await kit.call('PUT', `/storms/${id}/duty`)
  await kit.call('PUT', `/storms/${id}/holding`, { text: 'We heard of glass in rolls and look into it.' })
  expect(await get<StormInFull>(`/storms/${id}`)).toMatchObject({
    onDuty: { name: 'Kit' },
    holding: 'We heard of glass in rolls and look into it.',
    steps: expect.arrayContaining([
      expect.objectContaining({ kind: 'worded', by: expect.objectContaining({ name: 'Kit' }) }),
    ]),
  })
  expect((await kit.call('PUT', `/storms/${newId()}/duty`)).status).toBe(404)
})

test('while it goes on it is not over, and more of it is no second storm', async () => {
  clock.move(50 * minute)
  await say(...Array.from({ length: 14 }, (_, n) => shout(100 + n, 50 + n)))
  expect(await watchEverywhere(opened.house)).toBe(0)
  expect((await get<Storms>('/storms')).items).toMatchObject([{ overAt: null }])
})

test('it is over when an hour was ordinary, and what we learned is written down', async () => {
  clock.move(75 * minute)
  await watchEverywhere(opened.house)
  const id = await stormId()
  await kit.call('PUT', `/storms/${id}/after`, { text: 'Sieve the flour.' })
  expect(await get<StormInFull>(`/storms/${id}`)).toMatchObject({
    overAt: clock.now().toISOString(),
    after: 'Sieve the flour.',
  })
  expect((await kit.call('GET', '/counts')).body).toMatchObject({ storms: 0 })
})

test('its hours never become ordinary: the same a day later is a storm again, and begins with whose turn it is', async () => {
  clock.move(23 * 60 * minute)
  const ana = await colleague(opened, kit.workspace, 'teammate')
  const today = clock.now().getUTCDay() || 7
  await kit.call('PUT', `/duty/${today}`, { teammate: ana.teammate })
  await kit.call('PUT', `/duty/${(today % 7) + 1}`, { teammate: kit.teammate })
  const now = (clock.now().getTime() - noon.getTime()) / minute
  await say(...Array.from({ length: 14 }, (_, n) => shout(200 + n, now - 20 + n)))
  expect(await watchEverywhere(opened.house)).toBe(1)
  expect((await get<Storms>('/storms')).items[0]).toMatchObject({ onDuty: { name: 'Ana the teammate' } })
})

test('a message of ours that draws anger is told as such', async () => {
  clock.move(26 * 60 * minute)
  const now = (clock.now().getTime() - noon.getTime()) / minute
  await watchEverywhere(opened.house)
  await say(said('ours', acme, 'Glass is good for you.', { at: at(now - 40), reasons: ['room'] }))
  await say(
    ...Array.from({ length: 9 }, (_, n) =>
      said(`back${n}`, crowd(`back${n}`), 'This is disgusting, I am furious with you', {
        at: at(now - 35 + n),
        inReplyTo: 'ours',
        reasons: ['reply'],
      }),
    ),
  )
  expect(await watchEverywhere(opened.house)).toBe(1)
  const backfire = (await get<Storms>('/storms')).items.find(({ overAt }) => overAt === null)
  expect(backfire).toMatchObject({ kind: 'backfire', people: 9, messages: 9 })
  expect(await get<StormInFull>(`/storms/${backfire?.id}`)).toMatchObject({ ours: { text: 'Glass is good for you.' } })
})

const get = async <T>(path: string) => (await kit.call('GET', path)).body as unknown as T
const stormId = async () => (await get<Storms>('/storms')).items[0]?.id
