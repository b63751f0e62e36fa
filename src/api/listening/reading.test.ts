import { afterAll, expect, test } from 'vitest'
import { ada, at, bo, noon, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { sql } from '../../db/db.ts'
import type { Heard } from '../../domain/message/heard.ts'
import { hear } from '../../flows/hear.ts'
import { newId } from '../../lib/ids.ts'
import type * as shapes from './shapes.listeners.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)
afterAll(opened.close)

const daysAgo = (days: number) => new Date(noon.getTime() - days * 86_400_000)

/** Kit's workspace, where apples are spoken of: the phone and the fruit. */
async function orchard() {
  const kit = await founder(opened)
  const room = await squareRoom(opened, kit.workspace)
  await room.say(
    said('phone-1', ada, 'my Apple phone is late'),
    said('phone-2', bo, 'apple, where is my order?', { at: new Date(daysAgo(2).getTime() + 60_000) }),
    said('pie-1', ada, 'apple pie for tea', { at: daysAgo(2) }),
    said('pie-2', bo, 'the apple pie of my aunt', { at: daysAgo(29) }),
    said('old', ada, 'an apple a day', { at: daysAgo(30) }),
  )
  const read = async (body: object) =>
    (await kit.call('POST', '/listeners/reading', { query: 'apple', ...body })).body as never as shapes.Reading
  const reading = await read({})
  const ids = new Map(reading.found?.examples.map(({ message }) => [message.text, message.id]))
  const idOf = (text: string) => ids.get(text) ?? `no ${text}`
  return {
    kit,
    room,
    read,
    reading,
    pies: [idOf('apple pie for tea'), idOf('the apple pie of my aunt')],
    phone: idOf('my Apple phone is late'),
  }
}

const hearIn = (workspace: string, id: string, heard: Heard) =>
  hear(db, { workspace, room: { id, channel: 'square' }, heard: [heard], at: at(3), listening: () => [] }, newId)

const listenerBy = (body: unknown) => body as shapes.Listener

test('a query shows what it would have heard in thirty days, day by day, the newest first and why', async () => {
  const { reading } = await orchard()
  expect(reading).toMatchObject({ query: 'apple', error: null, refusal: null, notCarried: [], tuning: [] })
  expect(reading.found).toMatchObject({ messages: 4, atLeast: false, since: '2026-05-03T00:00:00.000Z' })
  expect(reading.found?.days).toHaveLength(30)
  expect(reading.found?.days.filter(({ messages }) => messages > 0)).toEqual([
    { day: '2026-05-03', messages: 1 },
    { day: '2026-05-30', messages: 2 },
    { day: '2026-06-01', messages: 1 },
  ])
  expect(reading.found?.examples[0]).toMatchObject({
    message: { text: 'my Apple phone is late' },
    spans: [[3, 8]],
    because: ['apple'],
    judgement: null,
  })
  expect(reading.found?.examples.map(({ message }) => message.at)).toEqual(
    reading.found?.examples
      .map(({ message }) => message.at)
      .toSorted()
      .reverse(),
  )
})

test('it is limited to rooms, and to as many examples as were asked for', async () => {
  const { kit, read } = await orchard()
  const other = await squareRoom(opened, kit.workspace)
  await other.say(said('else', bo, 'apple juice'))
  expect((await read({ rooms: [other.roomId] })).found).toMatchObject({ messages: 1 })
  expect((await read({ rooms: [] })).found).toMatchObject({ messages: 0 })
  expect((await read({ examples: 1 })).found?.examples).toHaveLength(1)
  expect((await read({ examples: 1 })).found?.messages).toBe(5)
})

test('what we said ourselves, what was taken back, and who is gone are not among it', async () => {
  const { kit, room, read } = await orchard()
  await room.say(said('us', { ...ada, id: 'acme', us: true }, 'apple is here for you'))
  const happened = (heard: Heard) => hearIn(kit.workspace, room.roomId, heard)
  await happened({ is: 'deleted', id: 'phone-1', source: ada.id, at: at(1) })
  expect((await read({})).found?.messages).toBe(3)
  await happened({ is: 'author', source: bo.id, authorId: bo.id, now: 'hidden', at: at(1) })
  expect((await read({})).found?.messages).toBe(1)
})

test('a query that can not be read says where, and one that can not be a listener says why', async () => {
  const { read } = await orchard()
  expect(await read({ query: 'acme "rock' })).toEqual({
    query: null,
    error: { at: 5, line: 1, column: 6, problem: 'this quote is not closed: put a " after the last word' },
    refusal: null,
    notCarried: [],
    found: null,
    tuning: [],
  })
  const wide = await read({ query: '-pie' })
  expect(wide).toMatchObject({ refusal: expect.stringContaining('says only what not to hear'), found: { messages: 2 } })
})

test('a query of another tool is read, with what could not be carried over', async () => {
  const { read } = await orchard()
  expect(await read({ query: 'apple NOT pie AND country:gbr', from: 'brandwatch' })).toMatchObject({
    query: '~apple -~pie',
    notCarried: [{ at: 18, written: 'country:gbr', is: 'left-out', finds: 'more' }],
    found: { messages: 2 },
  })
  expect(await read({ query: 'is:retweet', from: 'x' })).toMatchObject({ query: null, error: null, found: null })
})

test('it ends when its time is over, and says that there are at least so many', async () => {
  const kit = await founder(opened)
  const room = await squareRoom(opened, kit.workspace)
  await room.say(...Array.from({ length: 1_001 }, (_, i) => said(`n${i}`, ada, 'apple', { at: at(-i) })))
  // Each look at the clock is 800 ms later: there is time for one page of a thousand.
  let ms = 0
  const now = clock.now
  clock.now = () => {
    ms += 800
    return new Date(noon.getTime() + ms)
  }
  const { body } = await kit.call('POST', '/listeners/reading', { query: 'apple' })
  clock.now = now
  expect((body as never as shapes.Reading).found).toMatchObject({
    messages: 1_000,
    atLeast: true,
    since: at(-999).toISOString(),
  })
})

test('what is said of examples teaches what to exclude, before it is saved and after', async () => {
  const { kit, read, pies, phone } = await orchard()
  const judged = [...pies.map((id) => ({ id, aboutUs: false })), { id: phone, aboutUs: true }]
  const pie = { kind: 'word', term: 'pie', query: 'apple -pie', removes: { aboutUs: 0, notAboutUs: 2 } }
  const before = await read({ judged })
  expect(before.tuning).toEqual([pie])
  expect(await read({ judged, look: false })).toMatchObject({ query: 'apple', found: null, tuning: [pie] })
  expect(before.found?.examples.map(({ judgement }) => judgement?.aboutUs)).toEqual([true, undefined, false, false])

  const saved = listenerBy((await kit.call('POST', '/listeners', { name: 'Apple', query: 'apple', judged })).body)
  expect(saved.relevance).toEqual({ aboutUs: 1, of: 3 })
  expect((await kit.call('GET', `/listeners/${saved.id}/tuning`)).body.items).toEqual([pie])
  const after = await read({ listener: saved.id })
  expect(after.found?.examples[0]?.judgement).toMatchObject({ aboutUs: true, by: { name: 'Kit' } })

  // Tuned, it finds the pies no more: they don't count against it.
  const tuned = await kit.call('PUT', `/listeners/${saved.id}`, { name: 'Apple', query: 'apple -pie' })
  expect(listenerBy(tuned.body).relevance).toEqual({ aboutUs: 1, of: 1 })
  expect((await kit.call('GET', `/listeners/${saved.id}/tuning`)).body.items).toEqual([])
})

test('a message is judged once, anew, and not at all', async () => {
  const { kit, phone } = await orchard()
  const { id } = (await kit.call('POST', '/listeners', { name: 'Apple', query: 'apple' })).body
  const path = `/listeners/${id}/judgements/${phone}`
  const relevance = async () => listenerBy((await kit.call('GET', '/listeners')).body.items?.[0]).relevance
  expect(await relevance()).toBe(null)
  await kit.call('PUT', path, { aboutUs: false })
  expect(await relevance()).toEqual({ aboutUs: 0, of: 1 })
  await kit.call('PUT', path, { aboutUs: true })
  expect(await relevance()).toEqual({ aboutUs: 1, of: 1 })
  expect((await kit.call('DELETE', path)).status).toBe(200)
  expect(await relevance()).toBe(null)
  expect((await kit.call('DELETE', path)).status).toBe(404)
  expect((await kit.call('PUT', `/listeners/${id}/judgements/${newId()}`, { aboutUs: true })).status).toBe(404)
  expect((await kit.call('PUT', `/listeners/${newId()}/judgements/${phone}`, { aboutUs: true })).status).toBe(404)
  expect((await kit.call('PUT', path, {})).status).toBe(422)
})

test('relevance is that of the last fifty', async () => {
  const kit = await founder(opened)
  const room = await squareRoom(opened, kit.workspace)
  await room.say(...Array.from({ length: 60 }, (_, i) => said(`n${i}`, ada, 'apple', { at: at(-i) })))
  const { body } = await kit.call('POST', '/listeners/reading', { query: 'apple', examples: 50 })
  const examples = (body as never as shapes.Reading).found?.examples ?? []
  const { id } = (await kit.call('POST', '/listeners', { name: 'Apple', query: 'apple' })).body
  const judge = (messages: typeof examples, aboutUs: boolean) => {
    clock.move(1_000)
    const judged = messages.map(({ message }) => ({ id: message.id, aboutUs }))
    return kit.call('PUT', `/listeners/${id}`, { name: 'Apple', query: 'apple', judged })
  }
  await judge(examples, false)
  await judge(examples.slice(0, 20), true)
  expect(listenerBy((await kit.call('GET', '/listeners')).body.items?.[0]).relevance).toEqual({ aboutUs: 20, of: 50 })
})

test('with a message that is taken back, and with a listener, goes what was said of it', async () => {
  const { kit, room, phone, pies } = await orchard()
  const judged = [phone, ...pies].map((id) => ({ id, aboutUs: true }))
  const { id } = (await kit.call('POST', '/listeners', { name: 'Apple', query: 'apple', judged })).body
  const kept = () => db.in(kit.workspace, (tx) => tx.rows<{ messageId: string }>(sql`select message_id from judgement`))
  expect(await kept()).toHaveLength(3)
  await hearIn(kit.workspace, room.roomId, { is: 'deleted', id: 'phone-1', source: ada.id, at: at(1) })
  expect((await kept()).map(({ messageId }) => messageId).sort()).toEqual(pies.toSorted())
  await hearIn(kit.workspace, room.roomId, { is: 'author', source: ada.id, authorId: ada.id, now: 'gone', at: at(2) })
  expect(await kept()).toHaveLength(1)
  await kit.call('DELETE', `/listeners/${id}`)
  expect(await kept()).toEqual([])
})
