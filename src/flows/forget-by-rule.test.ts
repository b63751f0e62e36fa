import { beforeAll, expect, test } from 'vitest'
import { ada, at, bo, noon, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { type Caller, colleague, founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import { sql } from '../db/db.ts'
import { placeSome } from '../jobs/placing.ts'
import { sweep } from '../jobs/waking.ts'
import { newId } from '../lib/ids.ts'
import { grouping } from './group.ts'

const { db } = await freshDatabase()
const clock = heldClock(noon)
const opened = await openHouse(db, clock)
const words = [
  said('1', ada, 'Where is the bread?'),
  said('2', bo, 'Acme has bread, it seems', { at: at(1) }),
  said('3', bo, 'And rolls?', { at: at(2) }),
  said('4', bo, 'And a note?', { at: at(3) }),
]
let kit: Caller
let say: Awaited<ReturnType<typeof squareRoom>>['say']

beforeAll(async () => {
  kit = await founder(opened)
  say = (await squareRoom(opened, kit.workspace)).say
  await say(...words)
  await placeSome({ ...opened.house, questions: grouping(newId) })
  const [one, two, three, four] = await talks()
  await kit.call('POST', `/conversations/${two}/noted`)
  await kit.call('POST', `/conversations/${one}/noted`)
  await kit.call('POST', `/conversations/${three}/replies`, { text: 'Yes!' })
  await kit.call('POST', `/conversations/${three}/noted`)
  await kit.call('POST', `/conversations/${four}/notes`, { text: 'ask Ana' })
  await kit.call('POST', `/conversations/${four}/noted`)
  // That nobody should bring her together with somebody keeps her no longer.
  const pair = { one: await idOf('ada'), other: await idOf('bo'), why: 'interest', about: 'bread', dismissed: true }
  expect((await kit.call('POST', '/introductions', pair)).status).toBe(201)
})

const idOf = async (name: string) => (await kit.call('GET', `/people?q=${name}`)).body.items?.[0]?.id

test('only who rules the desk sets how long what is kept', async () => {
  const ana = await colleague(opened, kit.workspace, 'teammate')
  expect((await ana.call('PUT', '/retention/hiccup', { days: 30 })).status).toBe(403)
  expect((await ana.call('GET', '/retention')).body.items).toHaveLength(8)
  expect((await kit.call('PUT', '/retention/hiccup', { days: 0 })).status).toBe(422)
  expect((await kit.call('PUT', '/retention/gossip', { days: 30 })).status).toBe(404)
})

test('a moment goes when its kind has had its time or it has come to its end; an open promise never', async () => {
  const bos = await idOf('bo')
  const remember = (kind: string, text: string, more = {}) =>
    kit.call('POST', `/people/${bos}/moments`, { kind, text, onDay: '2026-06-01', ...more })
  await remember('hiccup', 'old hiccup')
  await remember('hiccup', 'new hiccup', { onDay: '2026-06-10' })
  await remember('interest', 'kept interest')
  await remember('interest', 'ended interest', { expiresDay: '2026-06-20' })
  await remember('promise', 'open promise')
  const { body } = await remember('promise', 'kept promise')
  await kit.call('PUT', `/moments/${body.id}/settlement`, { as: 'kept' })
  await kit.call('PUT', '/retention/hiccup', { days: 30 })
  await kit.call('PUT', '/retention/promise', { days: 30 })
  clock.move(32 * 86_400_000)
  await sweep(db, clock.now())
  const rows = await db.in(kit.workspace, (tx) => tx.rows<{ text: string }>(sql`select text from moment order by text`))
  expect(rows.map(({ text }) => text)).toEqual(['kept interest', 'new hiccup', 'open promise'])
})

test('without a rule a noted conversation stays', async () => {
  expect(await talks()).toHaveLength(4)
})

test('with one it goes when nobody of us spoke in it, and its author where nothing else is known of them', async () => {
  await kit.call('PUT', '/retention/noted', { days: 30 })
  await sweep(db, clock.now())
  expect(await talks()).toHaveLength(2)
  expect((await kit.call('GET', '/people?q=ada')).body.items).toEqual([])
  expect((await kit.call('GET', '/people?q=bo')).body.items).toHaveLength(1)
  const wordings = await db.in(kit.workspace, (tx) => tx.rows<{ wording: string }>(sql`select wording from question`))
  expect(JSON.stringify(wordings)).not.toContain('bread')
})

test('a replay does not bring it back; a new word is heard', async () => {
  expect(await say(...words)).toMatchObject({ said: 0 })
  expect(await say(said('5', ada, 'Me again', { at: clock.now() }))).toMatchObject({ said: 1 })
})

test('what was erased is written down as a number, and each change of a rule with who made it', async () => {
  const rows = await db.in(kit.workspace, (tx) =>
    tx.rows<{ detail: object }>(sql`select detail from happening where kind = 'retention' order by id`),
  )
  expect(rows.map(({ detail }) => detail)).toEqual([
    { is: 'changed', what: 'hiccup', days: 30 },
    { is: 'changed', what: 'promise', days: 30 },
    { moments: 3, conversations: 0 },
    { is: 'changed', what: 'noted', days: 30 },
    { moments: 0, conversations: 2 },
  ])
})

const talks = async () =>
  (await db.in(kit.workspace, (tx) => tx.rows<{ id: string }>(sql`select id from conversation order by first_at`))).map(
    ({ id }) => id,
  )
