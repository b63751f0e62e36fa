import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acme, ada, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { type Caller, founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { grouping } from '../../flows/group.ts'
import { placeSome } from '../../jobs/placing.ts'
import { newId } from '../../lib/ids.ts'
import type { QuestionLine } from '../questions/shapes.questions.ts'
import type { WorkedRooms } from './shapes.worked.ts'

const { db, ownerUrl } = await freshDatabase()
const clock = heldClock(new Date('2026-04-01T08:00:00Z'))
const opened = await openHouse(db, clock)
const counter = new pg.Client({ connectionString: ownerUrl })
const figures = (name: string) => readFileSync(new URL(`../../../test/figures/${name}.sql`, import.meta.url), 'utf8')
const HOUR_MS = 3_600_000
let kit: Caller

beforeAll(() => counter.connect())
afterAll(async () => {
  await counter.end()
  await opened.close()
})

const words = [
  'Is the almond cake back?',
  'My cake came crushed, and why is nobody answering?',
  'Good morning to you all',
  'When do you open on Sunday?',
]
const one = fc.record({
  room: fc.nat(1),
  words: fc.nat(words.length - 1),
  who: fc.nat(6),
  answer: fc.constantFrom('there', 'channel', 'channel', null),
  after: fc.integer({ min: 1, max: 40 }),
  outcome: fc.nat(4),
  rest: fc.integer({ min: 1, max: 12 }),
})

/** Ten weeks of talk in two rooms, of which one promises something. */
beforeAll(async () => {
  kit = await founder(opened)
  const rooms = [await squareRoom(opened, kit.workspace), await squareRoom(opened, kit.workspace)]
  const charter = { purpose: '', tone: [], good: '', bad: '', etiquette: '', never: '', ownerId: null, hours: null }
  await kit.call('PUT', `/rooms/${rooms[0]?.roomId}/charter`, { ...charter, promises: { any: 600, complaint: 120 } })
  const wanted = { result: 'Sell cakes', kind: 'sales', measure: 'orders', baseline: 0, target: 9, due: '2027-01-01' }
  const objective = (await kit.call('POST', '/objectives', wanted)).body.id
  const past = fc.sample(fc.array(one, { minLength: 90, maxLength: 90, size: 'max' }), 1)[0] ?? []
  for (const [n, it] of past.entries()) {
    const who = { ...ada, id: `a${it.who}`, name: `Ada ${it.who}`, handle: `a${it.who}.example` }
    await rooms[it.room]?.say(said(`q${n}`, who, words[it.words] ?? '', { at: clock.now() }))
    const talk = (await kit.call('GET', '/conversations?view=all&order=newest')).body.items?.[0]?.id
    clock.move(it.after * HOUR_MS)
    if (it.answer === 'channel')
      await rooms[it.room]?.say(said(`r${n}`, acme, 'At seven.', { at: clock.now(), inReplyTo: `q${n}` }))
    if (it.answer === 'there')
      await kit.call('POST', `/conversations/${talk}/replies`, { text: `At seven, ${n}.`, answeredThere: true })
    if (it.outcome === 0)
      await kit.call('POST', '/outcomes', {
        objective,
        conversation: talk,
        what: 'A cake',
        at: clock.now().toISOString(),
      })
    clock.move(it.rest * HOUR_MS)
  }
  while ((await placeSome({ ...opened.house, questions: grouping(newId) })) > 0);
}, 120_000)

test('how each room was worked is what plain SQL counts', async () => {
  const { items } = (await kit.call('GET', '/worked')).body as unknown as WorkedRooms
  const { rows } = await counter.query(figures('worked'), [kit.workspace, clock.now()])
  const found = items.map(({ room, asked, answered, due, promised, inTime, outcomes }) => ({
    ...{ key: room.id, asked, answered, due, promised, inTime, outcomes },
  }))
  expect(found.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual(rows)
  expect(found.every(({ asked }) => asked > 5)).toBe(true)
  for (const { answered, by } of items) expect(by.reduce((sum, { answers }) => sum + answers, 0)).toBe(answered)
})

test('how often each question was asked, by whom and where, and how soon it was answered, is too', async () => {
  const items = (await kit.call('GET', '/questions')).body.items as unknown as QuestionLine[]
  const { rows } = await counter.query(figures('questions'), [kit.workspace, clock.now()])
  const found = items.map(({ id, asked, people, lately, before, answered, medianWait, rooms }) => ({
    ...{ key: id, asked, people, lately, before, answered, medianWait, rooms: rooms.map((it) => it.asked) },
  }))
  expect(found.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual(rows)
  expect(found.length).toBeGreaterThan(2)
})
