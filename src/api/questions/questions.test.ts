import { afterAll, expect, test } from 'vitest'
import { acme, ada, askedForCake, at, bo, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { type Caller, founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { sql } from '../../db/db.ts'
import type { Heard } from '../../domain/message/heard.ts'
import { grouping } from '../../flows/group.ts'
import { hear } from '../../flows/hear.ts'
import { placeSome } from '../../jobs/placing.ts'
import { newId } from '../../lib/ids.ts'
import type { Asking, Question } from './shapes.questions.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)
afterAll(opened.close)

/** Three ask for the almond cake, one for the parcel. */
async function asked() {
  const kit = await founder(opened)
  const room = await squareRoom(opened, kit.workspace)
  await room.say(...askedForCake, said('d', bo, 'Where does my parcel hide?', { at: at(30) }))
  await place()
  const heard = (...heard: Heard[]) =>
    hear(
      db,
      {
        workspace: kit.workspace,
        room: { id: room.roomId, channel: 'square' },
        heard,
        at: at(60),
        listening: () => [],
      },
      newId,
    )
  return { kit, room, heard, ...(await found(kit)) }
}
const ours = { db, clock, questions: grouping(newId) }
const place = () => placeSome(ours)

async function found(kit: Caller) {
  const items = (await kit.call('GET', '/questions')).body.items as never as Question[]
  const cake = items.find(({ name }) => /almond/i.test(name)) as Question
  const parcel = items.find(({ name }) => /parcel/.test(name)) as Question
  return { items, cake, parcel }
}
const whole = async (kit: Caller, id: string) => (await kit.call('GET', `/questions/${id}`)).body as never as Question
const askingsOf = async (kit: Caller, id: string) =>
  (await kit.call('GET', `/questions/${id}/askings`)).body.items as never as Asking[]
const texts = (askings: Asking[]) => askings.map(({ message }) => message.text)

test('messages that ask the same are one question, the most often asked first', async () => {
  const { items, cake } = await asked()
  expect(items.map(({ asked }) => asked)).toEqual([3, 1])
  expect(cake).toMatchObject({
    people: 2,
    rooms: [{ name: 'The square', asked: 3 }],
    lately: 3,
    before: 0,
    answered: 0,
    medianWait: null,
    lastAt: at(20).toISOString(),
  })
})

test('pages go on where they ended', async () => {
  const { kit, cake, parcel } = await asked()
  const first = await kit.call('GET', '/questions?limit=1')
  const second = await kit.call('GET', `/questions?limit=1&cursor=${first.body.next}`)
  expect([first, second].map(({ body }) => body.items[0]?.id)).toEqual([cake.id, parcel.id])
  expect(second.body.next).toBe(null)
  const newest = await kit.call('GET', `/questions/${cake.id}/askings?limit=2`)
  const older = await kit.call('GET', `/questions/${cake.id}/askings?limit=2&cursor=${newest.body.next}`)
  expect([newest, older].flatMap(({ body }) => texts(body.items as never))).toEqual([
    'Almond cake, is it back?',
    'is the almond cake back today?',
    'Is the almond cake back?',
  ])
})

test('a word of ours answers who asked before it; half of them had one within the median wait', async () => {
  const { kit, heard, room, cake } = await asked()
  const answer = (id: string, to: string, minute: number): Heard => ({
    is: 'said',
    message: said(id, acme, 'It is, since this morning.', { inReplyTo: to, at: at(minute) }),
  })
  await heard(answer('x', 'a', 5), answer('y', 'b', 40))
  await room.say(said('t', ada, 'thank you!', { inReplyTo: 'x', at: at(41) }))
  expect(await whole(kit, cake.id)).toMatchObject({
    answered: 2,
    medianWait: (5 * 60 + 30 * 60) / 2,
    best: { text: 'It is, since this morning.' },
  })
  expect((await askingsOf(kit, cake.id)).map(({ answeredAt }) => answeredAt)).toEqual([
    null,
    at(40).toISOString(),
    at(5).toISOString(),
  ])
})

test('an answer given on the channel itself answers too, and says who gave it', async () => {
  const { kit, parcel } = await asked()
  const [asking] = await askingsOf(kit, parcel.id)
  await kit.call('POST', `/conversations/${asking?.conversation.id}/replies`, {
    text: 'It is at the harbour office, behind the plant.',
    answeredThere: true,
  })
  expect(await whole(kit, parcel.id)).toMatchObject({
    answered: 1,
    best: { text: 'It is at the harbour office, behind the plant.', by: { name: 'Kit' } },
    writers: [{ name: 'Kit', replies: 1 }],
  })
})

test('the weeks stand in their order, those without an asking too', async () => {
  const { kit, cake } = await asked()
  const { weeks } = await whole(kit, cake.id)
  expect(weeks).toHaveLength(12)
  expect([weeks.at(0), weeks.at(-1)]).toEqual([
    { week: '2026-03-16', asked: 0, answered: 0 },
    { week: '2026-06-01', asked: 3, answered: 0 },
  ])
})

test('what rises comes first where that is asked for', async () => {
  const { kit, room, parcel } = await asked()
  const later = 40 * 86_400_000
  clock.move(later)
  await room.say(said('e', bo, 'Where does my parcel hide?', { at: clock.now() }))
  await room.say(said('f', ada, 'Where does my parcel hide?', { at: clock.now() }))
  await place()
  const rising = await kit.call('GET', '/questions?order=rising')
  clock.move(-later)
  expect(rising.body.items).toMatchObject([{ id: parcel.id, lately: 2, before: 1 }])
})

test('a name of ours stays, whatever is asked, until it is taken away', async () => {
  const { kit, room, cake } = await asked()
  await kit.call('PUT', `/questions/${cake.id}`, { name: 'The cake' })
  await room.say(said('g', bo, 'is the almond cake back?'))
  await place()
  expect(await whole(kit, cake.id)).toMatchObject({ name: 'The cake', named: true, asked: 4 })
  await kit.call('PUT', `/questions/${cake.id}`, { name: null })
  expect((await whole(kit, cake.id)).name).toMatch(/almond/i)
  expect((await kit.call('PUT', `/questions/${cake.id}`, { name: ' ' })).status).toBe(422)
})

test('two questions are joined, and taken apart they are just what they were, with what came since', async () => {
  const { kit, room, cake, parcel } = await asked()
  const before = texts(await askingsOf(kit, parcel.id))
  const joined = await kit.call('POST', `/questions/${cake.id}/joins`, { from: parcel.id })
  expect(joined.body).toMatchObject({ asked: 4, parts: [{ id: parcel.id, asked: 1, by: { name: 'Kit' } }] })
  expect((await found(kit)).items).toHaveLength(1)
  await room.say(said('h', ada, 'Where does my parcel hide?', { at: at(50) }))
  await place()
  expect((await whole(kit, parcel.id)).id).toBe(cake.id)
  expect((await whole(kit, cake.id)).asked).toBe(5)
  await kit.call('DELETE', `/questions/${parcel.id}/join`)
  expect(texts(await askingsOf(kit, parcel.id))).toEqual(['Where does my parcel hide?', ...before])
  expect((await whole(kit, cake.id)).asked).toBe(3)
})

test('a join that can not be is refused, in words', async () => {
  const { kit, cake, parcel } = await asked()
  const join = (into: string, from: string) => kit.call('POST', `/questions/${into}/joins`, { from })
  expect((await join(cake.id, cake.id)).status).toBe(409)
  await join(cake.id, parcel.id)
  expect((await join(cake.id, parcel.id)).body.detail).toBe(
    'It is part of another question already. Take it out of that first.',
  )
  expect((await join(cake.id, newId())).status).toBe(404)
  expect((await kit.call('DELETE', `/questions/${cake.id}/join`)).status).toBe(409)
})

test('messages that ask something else become a question, and joining it again undoes that', async () => {
  const { kit, cake } = await asked()
  const [newest] = await askingsOf(kit, cake.id)
  const split = await kit.call('POST', `/questions/${cake.id}/splits`, { messages: [newest?.message.id] })
  expect(split).toMatchObject({ status: 201, body: { asked: 1, name: 'Almond cake, is it back?' } })
  expect((await whole(kit, cake.id)).asked).toBe(2)
  await kit.call('POST', `/questions/${cake.id}/joins`, { from: split.body.id })
  expect((await whole(kit, cake.id)).asked).toBe(3)
  const none = await kit.call('POST', `/questions/${cake.id}/splits`, { messages: [newId()] })
  expect(none).toMatchObject({ status: 422, body: { field: 'messages' } })
})

test('every join and split is written down with its teammate', async () => {
  const { kit, cake, parcel } = await asked()
  await kit.call('POST', `/questions/${cake.id}/joins`, { from: parcel.id })
  await kit.call('DELETE', `/questions/${parcel.id}/join`)
  const [asking] = await askingsOf(kit, cake.id)
  await kit.call('POST', `/questions/${cake.id}/splits`, { messages: [asking?.message.id] })
  const written = await db.in(kit.workspace, (tx) =>
    tx.rows<{ is: string; by: string }>(
      sql`select detail ->> 'is' as is, by from happening where kind = 'question' and by is not null order by id`,
    ),
  )
  expect(written).toEqual(['joined', 'taken out', 'split'].map((is) => ({ is, by: kit.teammate })))
})

test('what was taken back asks no more, and its words are gone from the question too', async () => {
  const { kit, heard, parcel } = await asked()
  await heard({ is: 'deleted', source: 'bo', id: 'd', at: at(60) })
  expect((await found(kit)).items).toHaveLength(1)
  const left = await db.in(kit.workspace, (tx) =>
    tx.row<{ wording: string; sketch: Buffer | null }>(
      sql`select wording, sketch from question where id = ${parcel.id}`,
    ),
  )
  expect(left).toEqual({ wording: '', sketch: null })
})

test('an edit is placed anew', async () => {
  const { kit, heard, cake } = await asked()
  await heard({ is: 'edited', message: said('d', bo, 'Is the almond cake back?', { at: at(30) }) })
  await place()
  expect((await found(kit)).items.map(({ id, asked }) => [id, asked])).toEqual([[cake.id, 4]])
})

test('what a teammate calls no question leaves its question, and comes back when it is one', async () => {
  const { kit, cake } = await asked()
  const [asking] = await askingsOf(kit, cake.id)
  const say = (question: boolean) => kit.call('PUT', `/messages/${asking?.message.id}/understanding`, { question })
  await say(false)
  expect((await whole(kit, cake.id)).asked).toBe(2)
  await say(true)
  await place()
  expect((await whole(kit, cake.id)).asked).toBe(3)
})

test('a room that is left takes what was asked there alone, and its words out of what is asked elsewhere too', async () => {
  const { kit, room, cake } = await asked()
  const market = await squareRoom(opened, kit.workspace)
  await market.say(said('m', bo, 'Is the almond cake back?'))
  await place()
  expect((await whole(kit, cake.id)).asked).toBe(4)
  await kit.call('DELETE', `/rooms/${room.roomId}`)
  expect((await found(kit)).items).toMatchObject([{ id: cake.id, asked: 1, name: 'Is the almond cake back?' }])
  await kit.call('DELETE', `/rooms/${market.roomId}`)
  expect((await found(kit)).items).toEqual([])
})

test('once it is published, whoever was written to since is told; the others are not', async () => {
  const { kit, cake } = await asked()
  const published = { url: 'https://acme.example/cake', on: '2026-06-01' }
  expect((await kit.call('PUT', `/questions/${cake.id}/publication`, published)).body).toMatchObject({ published })
  const [adas] = await askingsOf(kit, cake.id)
  await kit.call('POST', `/conversations/${adas?.conversation.id}/replies`, {
    text: 'We wrote it down: https://acme.example/cake',
    inReplyTo: adas?.message.id,
  })
  // Ada asked twice and is told once; Bo waits.
  expect((await askingsOf(kit, cake.id)).map(({ toldAt }) => toldAt !== null)).toEqual([true, false, true])
  const refused = (body: object) => kit.call('PUT', `/questions/${cake.id}/publication`, body)
  expect((await refused({ ...published, url: 'javascript:alert(1)' })).status).toBe(422)
  expect((await refused({ ...published, on: '2027-01-01' })).status).toBe(409)
  expect((await kit.call('DELETE', `/questions/${cake.id}/publication`)).body).toMatchObject({ published: null })
})

test('the brief holds their own words', async () => {
  const { kit, cake } = await asked()
  const { markdown } = (await kit.call('GET', `/questions/${cake.id}/brief`)).body as never as { markdown: string }
  expect(markdown).toContain('Asked 3 times by 2 people, in The square (3).')
  expect(markdown).toContain('> is the almond cake back today?')
})
