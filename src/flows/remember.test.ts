import { beforeAll, expect, test } from 'vitest'
import { ada, bo, noon, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { type Caller, colleague, founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import type { BriefLine } from '../api/people/shapes.moments.ts'
import type { Person } from '../api/people/shapes.people.ts'
import { sql } from '../db/db.ts'

const { db } = await freshDatabase()
const clock = heldClock(noon)
const opened = await openHouse(db, clock)
let kit: Caller
let ana: Caller
let people: { ada: string; bo: string }
let boSaid: string
let boTalk: string

beforeAll(async () => {
  kit = await founder(opened)
  ana = await colleague(opened, kit.workspace, 'teammate')
  const { say } = await squareRoom(opened, kit.workspace)
  await say(said('1', ada, 'is the cake back?'), said('2', bo, 'my rolls came crushed'))
  people = { ada: await idOf('ada'), bo: await idOf('bo') }
  const row = await db.in(kit.workspace, (tx) =>
    tx.row<{ id: string; conversationId: string }>(
      sql`select id, conversation_id from message where external_id = '2'`,
    ),
  )
  boSaid = row?.id ?? ''
  boTalk = row?.conversationId ?? ''
})

test('what is written down stands on the person, with its day, author and source', async () => {
  const { status } = await remember(kit, people.bo, { kind: 'hiccup', text: 'Crushed rolls', message: boSaid })
  expect(status).toBe(201)
  expect((await read(ana, people.bo)).moments).toMatchObject([
    {
      kind: 'hiccup',
      text: 'Crushed rolls',
      onDay: '2026-06-01',
      by: { name: 'Kit' },
      conversationId: expect.any(String),
    },
  ])
})

test('what only I may see, nobody else sees, changes or erases', async () => {
  const { body } = await remember(kit, people.ada, {
    kind: 'loss',
    text: 'secret',
    sensitivity: 'tender',
    onlyMe: true,
  })
  expect((await read(kit, people.ada)).moments).toHaveLength(1)
  expect((await read(ana, people.ada)).moments).toEqual([])
  expect(await brief(ana, people.ada)).not.toContainEqual(expect.objectContaining({ is: 'careful' }))
  expect(await brief(kit, people.ada)).toContainEqual({ is: 'careful', of: 'grief', text: null })
  expect((await ana.call('DELETE', `/moments/${body.id}`)).status).toBe(404)
  expect((await kit.call('DELETE', `/moments/${body.id}`)).status).toBe(200)
})

test('a promise is open before a reply until it is kept', async () => {
  const { body } = await remember(kit, people.ada, { kind: 'promise', text: 'tell her', dueDay: '2026-06-03' })
  expect(await brief(ana, people.ada)).toContainEqual(
    expect.objectContaining({ is: 'promise', by: 'Kit', overdue: false }),
  )
  expect((await ana.call('PUT', `/moments/${body.id}/settlement`, { as: 'kept' })).status).toBe(200)
  expect(await brief(ana, people.ada)).not.toContainEqual(expect.objectContaining({ is: 'promise' }))
  expect((await read(kit, people.ada)).moments).toMatchObject([{ settled: 'kept' }])
  expect((await remember(kit, people.ada, { kind: 'order', text: 'x', dueDay: '2026-06-03' })).status).toBe(422)
  expect((await remember(kit, people.ada, { kind: 'order', text: ' ' })).status).toBe(422)
  expect((await remember(kit, people.ada, { kind: 'order', text: 'x', message: boSaid })).status).toBe(422)
})

test('a promise is on the list of who made it from its day on, and no more once it is settled', async () => {
  const due = async (who: Caller) => (await who.call('GET', '/promises')).body.items
  const counted = async (who: Caller) => (await who.call('GET', '/counts')).body as unknown as { promised: number }
  const { body } = await remember(kit, people.bo, {
    kind: 'promise',
    text: 'find it',
    dueDay: '2026-06-02',
    message: boSaid,
  })
  expect(await due(kit)).toEqual([])
  clock.move(86_400_000)
  expect(await due(kit)).toMatchObject([
    { id: body.id, text: 'find it', person: { id: people.bo }, conversationId: boTalk },
  ])
  expect(await counted(kit)).toMatchObject({ promised: 1 })
  expect(await due(ana)).toEqual([])
  expect(await counted(ana)).toMatchObject({ promised: 0 })
  await kit.call('PUT', `/moments/${body.id}/settlement`, { as: 'broken' })
  expect(await due(kit)).toEqual([])
  clock.move(-86_400_000)
  await kit.call('DELETE', `/moments/${body.id}`)
})

test('what somebody promised who has left since is on the list of everybody', async () => {
  const gone = await colleague(opened, kit.workspace, 'teammate')
  await remember(gone, people.ada, { kind: 'promise', text: 'ring her', dueDay: '2026-06-01' })
  expect((await kit.call('GET', '/promises')).body.items).toEqual([])
  await kit.call('DELETE', `/teammates/${gone.teammate}`)
  const [promise] = (await kit.call('GET', '/promises')).body.items
  expect(promise).toMatchObject({ text: 'ring her' })
  await kit.call('DELETE', `/moments/${promise?.id}`)
})

test('what has come to its end is remembered no more', async () => {
  await remember(kit, people.ada, { kind: 'order', text: 'for a month', expiresDay: '2026-07-01' })
  expect((await read(kit, people.ada)).moments).toHaveLength(2)
  clock.move(31 * 86_400_000)
  expect((await read(kit, people.ada)).moments).toHaveLength(1)
})

test('joined, both memories are read; taken apart, each goes with the name of its source', async () => {
  const { body } = await kit.call('POST', `/people/${people.ada}/joins`, { other: people.bo })
  await remember(kit, people.ada, { kind: 'interest', text: 'rolls', message: boSaid })
  await remember(kit, people.ada, { kind: 'interest', text: 'cake' })
  expect(textsOf(await read(kit, people.bo))).toEqual(['Crushed rolls', 'cake', 'rolls', 'tell her'])
  await kit.call('DELETE', `/joins/${body.id}`)
  expect(textsOf(await read(kit, people.bo))).toEqual(['Crushed rolls', 'rolls'])
  expect(textsOf(await read(kit, people.ada))).toEqual(['cake', 'tell her'])
})

test('the name to use stands first before a reply', async () => {
  await kit.call('PUT', `/people/${people.ada}/card`, { called: 'Mrs Lindqvist', spoken: ' AH-da ', pronouns: '' })
  expect((await brief(kit, people.ada))[0]).toEqual({
    is: 'name',
    name: 'Mrs Lindqvist',
    spoken: 'AH-da',
    pronouns: null,
  })
})

test('what happened is written down, and never the words', async () => {
  const rows = await db.in(kit.workspace, (tx) =>
    tx.rows<{ detail: string }>(sql`select detail::text from happening where kind = 'moment' order by id`),
  )
  expect(rows.map(({ detail }) => JSON.parse(detail).is).slice(0, 5)).toEqual([
    'written',
    'written',
    'erased',
    'written',
    'kept',
  ])
  expect(JSON.stringify(rows)).not.toMatch(/secret|Crushed/)
})

const remember = (who: Caller, person: string, moment: Record<string, unknown>) =>
  who.call('POST', `/people/${person}/moments`, moment)
const read = async (who: Caller, person: string): Promise<Person> =>
  (await who.call('GET', `/people/${person}`)).body as unknown as Person
const textsOf = ({ moments }: Person) => moments.map(({ text }) => text).sort()
const brief = async (who: Caller, person: string): Promise<BriefLine[]> =>
  ((await who.call('GET', `/people/${person}/brief`)).body as unknown as { lines: BriefLine[] }).lines
const idOf = async (name: string): Promise<string> =>
  (await kit.call('GET', `/people?q=${name}`)).body.items?.[0]?.id as string
