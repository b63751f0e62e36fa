import { afterAll, expect, test } from 'vitest'
import { ada, at, bo, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { type Caller, colleague, founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import type { Charter } from './shapes.charter.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(0))
const opened = await openHouse(db, clock)
afterAll(opened.close)

const charter: Charter = {
  purpose: 'Whoever asks about bread finds out.',
  tone: ['warm', 'brief'],
  good: '',
  bad: '',
  etiquette: '',
  never: '',
  hours: null,
  ownerId: null,
  promises: { any: 60 },
}

async function begin(name: string) {
  const kit = await founder(opened, name)
  const { roomId, say } = await squareRoom(opened, kit.workspace)
  return { kit, roomId, say }
}

const newest = async (kit: Caller) => (await kit.call('GET', '/conversations')).body.items[0]?.id as string
const items = (body: unknown) => (body as { items: Record<string, unknown>[] }).items

test('a charter is kept as it was written, and a room without one has none of its parts', async () => {
  const { kit, roomId } = await begin('charter')
  expect((await kit.call('GET', `/rooms/${roomId}/charter`)).body).toMatchObject({ purpose: '', tone: [], hours: null })
  const week = Array.from({ length: 7 }, (_, day) => (day < 5 ? [['09:00', '17:00']] : []))
  const written = { ...charter, ownerId: kit.teammate, hours: { zone: 'Europe/Berlin', week, holidays: ['12-25'] } }
  expect((await kit.call('PUT', `/rooms/${roomId}/charter`, written)).body).toEqual(written)
  expect((await kit.call('GET', `/rooms/${roomId}/charter`)).body).toEqual(written)
})

test('what is wrong with a charter is said at its field', async () => {
  const { kit, roomId } = await begin('wrong')
  const ask = (change: object) => kit.call('PUT', `/rooms/${roomId}/charter`, { ...charter, ...change })
  const hours = { zone: 'Berlin', week: Array(7).fill([]), holidays: [] }
  expect(await ask({ hours })).toMatchObject({ status: 422, body: { field: 'hours' } })
  expect(await ask({ tone: ['a', 'b', 'c', 'd'] })).toMatchObject({ status: 422, body: { field: 'tone' } })
  const stranger = (await begin('other')).kit.teammate
  expect(await ask({ ownerId: stranger })).toMatchObject({ status: 422, body: { field: 'ownerId' } })
})

test('who waits has by when a word was promised to them; in a room that promises nothing, nobody has', async () => {
  const { kit, roomId, say } = await begin('promise')
  await say(said('a', ada, 'Is the almond cake back?', { at: at(-10) }))
  const line = async () =>
    (await kit.call('GET', '/conversations')).body.items[0] as unknown as { promisedBy: string | null }
  expect((await line()).promisedBy).toBe(null)
  await kit.call('PUT', `/rooms/${roomId}/charter`, charter)
  expect((await line()).promisedBy).toBe(at(50).toISOString())
})

test('a warning that was spoken against three times stands back in that room, until somebody asks for it again', async () => {
  const { kit, roomId, say } = await begin('learns')
  await say(said('a', ada, 'It was stale.'), said('b', bo, 'It was stale.'))
  const text = 'Ada, we strive to bake it better.'
  const advice = async () =>
    items((await kit.call('POST', `/conversations/${await newest(kit)}/advice`, { text })).body)
  const [warning] = await advice()
  expect(warning).toMatchObject({ is: 'stock-phrase', found: 'we strive to' })
  const overruled = [{ is: warning?.is, about: warning?.about }]
  const speak = async () => kit.call('POST', `/conversations/${await newest(kit)}/replies`, { text, overruled })
  for (let n = 0; n < 2; n++) expect((await speak()).status).toBe(201)
  expect(await advice()).toHaveLength(1)
  const third = await speak()
  expect(await advice()).toEqual([])
  const learned = async () => items((await kit.call('GET', `/rooms/${roomId}/overrulings`)).body)
  expect(await learned()).toMatchObject([{ is: 'stock-phrase', about: 'we strive to', times: 3, standsBack: true }])

  await kit.call('DELETE', `/replies/${third.body.id}`)
  expect(await learned()).toMatchObject([{ times: 2, standsBack: false }])
  await kit.call('DELETE', `/rooms/${roomId}/overrulings?is=stock-phrase&about=we%20strive%20to`)
  expect(await learned()).toEqual([])
  expect(await advice()).toHaveLength(1)
})

test('the same words as in another room lately are told by its name', async () => {
  const { kit, say } = await begin('elsewhere')
  const there = await squareRoom(opened, kit.workspace)
  const text = 'Ada, it is back since this morning, come by before noon.'
  await there.say(said('a', ada, 'Is the almond cake back?', { at: at(-10) }))
  await kit.call('POST', `/conversations/${await newest(kit)}/replies`, { text })
  await say(said('b', { ...bo, id: 'cy', name: 'Ada' }, 'Is the almond cake back?', { at: at(1) }))
  const advice = await kit.call('POST', `/conversations/${await newest(kit)}/advice`, { text })
  expect(items(advice.body)).toContainEqual(expect.objectContaining({ is: 'same-words', found: 'The square' }))
})

test('a guest is advised on what was given to them alone', async () => {
  const { kit, say } = await begin('guest')
  await say(said('a', ada, 'Is the almond cake back?'))
  const guest = await colleague(opened, kit.workspace, 'guest')
  const ask = async () => guest.call('POST', `/conversations/${await newest(kit)}/advice`, { text: 'Ada, yes.' })
  expect((await ask()).status).toBe(404)
  await kit.call('POST', `/conversations/${await newest(kit)}/assignment`, { teammate: guest.teammate })
  expect((await ask()).status).toBe(200)
})

test('how a room was worked is told with what came of it and the care it took; a room that nobody speaks in, too', async () => {
  const { kit, roomId, say } = await begin('worked')
  clock.move(1)
  await squareRoom(opened, kit.workspace)
  await kit.call('PUT', `/rooms/${roomId}/charter`, charter)
  await say(said('a', ada, 'Is the almond cake back?', { at: at(-90) }), said('b', bo, 'Hello?', { at: at(-30) }))
  const objective = (
    await kit.call('POST', '/objectives', {
      ...{ result: 'Cakes are ordered', kind: 'sales', measure: 'orders' },
      ...{ baseline: 0, target: 5, due: '2027-01-01' },
    })
  ).body.id
  const conversation = await newest(kit)
  await kit.call('POST', '/outcomes', { objective, conversation, what: 'a cake' })
  await kit.call('POST', '/care', { beats: [{ conversation, reading: 9, writing: 1 }] })
  expect(items((await kit.call('GET', '/worked')).body)).toMatchObject([
    { room: { id: roomId }, asked: 2, answered: 0, due: 1, promised: 1, inTime: 0, outcomes: 1, careSeconds: 10 },
    { asked: 0, outcomes: 0, careSeconds: 0, standing: 'quiet' },
  ])
  const [outcome] = items((await kit.call('GET', '/outcomes')).body)
  await kit.call('PUT', `/outcomes/${outcome?.id}/dispute`, { why: 'it was never fetched' })
  expect(items((await kit.call('GET', '/worked')).body)[0]).toMatchObject({ room: { id: roomId }, outcomes: 0 })
})
