import { beforeAll, expect, test } from 'vitest'
import { ada, bo, noon, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { type Caller, founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { sql } from '../../db/db.ts'
import { hear } from '../../flows/hear.ts'
import { newId } from '../../lib/ids.ts'
import type { JoinPreview, Likely, Person } from './shapes.people.ts'

const { db } = await freshDatabase()
const opened = await openHouse(db, heldClock(noon))
let kit: Caller
let people: Record<'ada' | 'bo' | 'twin', string>

beforeAll(async () => {
  kit = await founder(opened)
  const { say, roomId } = await squareRoom(opened, kit.workspace)
  await say(said('1', { ...ada, handle: 'adalind' }, 'is the cake back?'), said('2', bo, 'I am furious'))
  const twin = { ...ada, id: 'ada-elsewhere', handle: 'AdaLind', url: 'https://forum.example/ada' }
  const heard = [{ is: 'said' as const, message: said('3', twin, 'hello from the forum') }]
  const room = { id: roomId, channel: 'forum' }
  await hear(db, { workspace: kit.workspace, room, heard, at: noon, listening: () => [] }, newId)
  const [first, second] = await named('ada')
  const one = await get<Person>(`/people/${first?.id}`)
  const onSquare = one.identities[0]?.channel === 'square'
  people = {
    ada: (onSquare ? first : second)?.id ?? '',
    twin: (onSquare ? second : first)?.id ?? '',
    bo: (await named('BO'))[0]?.id ?? '',
  }
})

test('people are found by the beginning of their name and by their handle', async () => {
  expect((await named('@adalind')).map(({ id }) => id).sort()).toEqual([people.ada, people.twin].sort())
  expect(await named('da')).toEqual([])
  expect(await named(' ')).toEqual([])
})

test('who might be the same is shown with its evidence, and not again after a no', async () => {
  const { items } = await get<{ items: Likely[] }>(`/people/${people.ada}/likely`)
  expect(items).toMatchObject([{ id: people.twin, evidence: [{ kind: 'handle' }, { kind: 'name' }] }])
  expect(items[0]?.score).toBeCloseTo(0.82)
  await kit.call('POST', `/people/${people.twin}/refusals`, { other: people.ada })
  expect((await get<{ items: Likely[] }>(`/people/${people.ada}/likely`)).items).toEqual([])
})

test('a join is looked at, made, and taken apart to just what was', async () => {
  const before = [await get<Person>(`/people/${people.ada}`), await get<Person>(`/people/${people.twin}`)]
  const preview = await get<JoinPreview>(`/people/${people.ada}/joins/${people.twin}`)
  expect(preview).toMatchObject({ keep: before[0], absorb: before[1], refusal: null })
  const { status, body } = await kit.call('POST', `/people/${people.ada}/joins`, { other: people.twin })
  expect([status, body.person]).toEqual([201, people.ada])
  expect(await get<Person>(`/people/${people.twin}`)).toMatchObject({
    id: people.ada,
    messages: 2,
    joins: [{ id: body.id, names: ['AdaLind'], by: { name: 'Kit' } }],
    conversations: [{ person: { id: people.ada } }, { person: { id: people.ada } }],
  })
  expect((await kit.call('POST', `/people/${people.twin}/joins`, { other: people.ada })).status).toBe(409)
  expect((await kit.call('POST', `/people/${people.twin}/refusals`, { other: people.ada })).status).toBe(409)
  expect((await kit.call('DELETE', `/joins/${body.id}`)).status).toBe(200)
  expect((await kit.call('DELETE', `/joins/${body.id}`)).status).toBe(404)
  expect([await get<Person>(`/people/${people.ada}`), await get<Person>(`/people/${people.twin}`)]).toEqual(before)
})

test('nobody is joined with somebody of another workspace', async () => {
  const other = await founder(opened, 'Other')
  expect((await other.call('POST', `/people/${people.ada}/joins`, { other: people.bo })).status).toBe(404)
  const { say } = await squareRoom(opened, other.workspace)
  await say(said('1', bo, 'hello'))
  const theirs = (await other.call('GET', '/people?q=bo')).body.items?.[0]?.id
  expect((await kit.call('POST', `/people/${people.ada}/joins`, { other: theirs })).status).toBe(404)
})

test('a bot is marked, and suggested to nobody', async () => {
  expect((await kit.call('PUT', `/people/${people.twin}/kind`, { kind: 'robot' })).status).toBe(422)
  await kit.call('PUT', `/people/${people.twin}/kind`, { kind: 'bot' })
  expect(await get<Person>(`/people/${people.twin}`)).toMatchObject({ kind: 'bot' })
  expect((await get<{ items: Likely[] }>(`/people/${people.twin}/likely`)).items).toEqual([])
})

test('everything that is done to people is written down', async () => {
  const rows = await db.in(kit.workspace, (tx) =>
    tx.rows<{ is: string }>(sql`select detail->>'is' as is from happening where kind = 'person' order by id`),
  )
  expect(rows.map(({ is }) => is)).toEqual(['not-the-same', 'joined', 'apart', 'marked'])
})

const get = async <T>(path: string): Promise<T> => (await kit.call('GET', path)).body as unknown as T
const named = async (q: string) => (await get<{ items: { id: string }[] }>(`/people?q=${encodeURIComponent(q)}`)).items
