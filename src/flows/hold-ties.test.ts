import { beforeAll, expect, test } from 'vitest'
import { ada, at, bo, noon, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { type Caller, colleague, founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import type { Person } from '../api/people/shapes.people.ts'
import type { Circle } from '../api/people/shapes.ties.ts'
import { sql } from '../db/db.ts'
import { mostHeld } from '../domain/tie/tie.ts'
import { newId } from '../lib/ids.ts'
import { joinPeople, takePeopleApart } from './join-people.ts'

const { db } = await freshDatabase()
const clock = heldClock(noon)
const opened = await openHouse(db, clock)
let kit: Caller
let ana: Caller
let say: Awaited<ReturnType<typeof squareRoom>>['say']
let people: { ada: string; bo: string }
const DAY_MS = 86_400_000

beforeAll(async () => {
  kit = await founder(opened)
  ana = await colleague(opened, kit.workspace, 'teammate')
  ;({ say } = await squareRoom(opened, kit.workspace))
  await say(said('1', ada, 'is the cake back?'), said('2', bo, 'I am furious'))
  people = { ada: await idOf('ada'), bo: await idOf('bo') }
})

test('a tie is held, comes due in silence, and any word of theirs starts it anew', async () => {
  await kit.call('PUT', `/people/${people.ada}/tie`, { closeness: 'friend', everyDays: 14 })
  expect((await circle()).ties).toMatchObject([{ person: { name: 'Ada' }, closeness: 'friend', touch: 'in-touch' }])
  clock.move(15 * DAY_MS)
  expect((await circle()).ties).toMatchObject([{ touch: 'overdue' }])
  await say(said('3', ada, 'hello again', { at: clock.now() }))
  expect((await circle()).ties).toMatchObject([{ touch: 'in-touch' }])
})

test('a reply that reached them is a contact too', async () => {
  clock.move(20 * DAY_MS)
  expect((await circle()).ties).toMatchObject([{ touch: 'overdue' }])
  await db.in(kit.workspace, async (tx) => {
    const message = await tx.row<{ id: string; conversationId: string; roomId: string }>(
      sql`select id, conversation_id, room_id from message where external_id = '3'`,
    )
    const id = newId()
    await tx.run(
      sql`insert into reply (id, workspace_id, conversation_id, in_reply_to, by, at, text) values (${id}, ${tx.workspace}, ${message?.conversationId}, ${message?.id}, ${kit.teammate}, ${clock.now()}, 'hello')`,
    )
    await tx.run(
      sql`insert into outbox (reply_id, workspace_id, room_id, key, state, leaves_at, settled_at) values (${id}, ${tx.workspace}, ${message?.roomId}, 'k', 'sent', ${clock.now()}, ${clock.now()})`,
    )
  })
  expect((await circle()).ties).toMatchObject([{ touch: 'in-touch' }])
})

test('two names of one human are one relationship, and two again when taken apart', async () => {
  await kit.call('PUT', `/people/${people.bo}/tie`, { closeness: 'regular', everyDays: null })
  expect(await held('Kit')).toBe(2)
  const joined = await db.in(kit.workspace, (tx) =>
    joinPeople(tx, { keep: people.ada, absorb: people.bo, evidence: [], by: null, at: noon }, newId),
  )
  expect(await held('Kit')).toBe(1)
  expect((await circle()).ties).toMatchObject([{ person: { name: 'Ada' }, closeness: 'friend' }])
  await db.in(kit.workspace, (tx) =>
    takePeopleApart(tx, { id: joined.is === 'joined' ? joined.id : '', by: null, at: noon }),
  )
  expect(await held('Kit')).toBe(2)
})

test('a colleague takes over, and the closer of two ties stays', async () => {
  await ana.call('PUT', `/people/${people.ada}/tie`, { closeness: 'acquaintance', everyDays: 90 })
  const asked = { from: kit.teammate, to: ana.teammate, people: null }
  expect((await ana.call('POST', '/ties/handovers', asked)).status).toBe(403)
  expect((await kit.call('POST', '/ties/handovers', asked)).body).toEqual({ people: 2 })
  expect([await held('Kit'), await held('Ana the teammate')]).toEqual([0, 2])
  const { ties } = (await kit.call('GET', `/people/${people.ada}`)).body as unknown as Person
  expect(ties).toMatchObject([{ teammate: { id: ana.teammate }, closeness: 'friend', everyDays: 90 }])
})

test('nobody holds the 151st, whether they take or are given', async () => {
  await db.in(kit.workspace, (tx) =>
    tx.run(sql`
      with new as (
        insert into person (id, workspace_id, name, met_at)
        select gen_random_uuid(), ${tx.workspace}, 'crowd ' || n, ${noon} from generate_series(1, ${mostHeld}) n returning id
      )
      insert into tie (workspace_id, teammate_id, person_id, closeness, every_days, since)
      select ${tx.workspace}, ${kit.teammate}, id, 'acquaintance', 90, ${noon} from new`),
  )
  const full = await kit.call('PUT', `/people/${people.bo}/tie`, { closeness: 'friend', everyDays: 7 })
  expect(full).toMatchObject({ status: 409, body: { detail: expect.stringContaining('Who goes to a colleague?') } })
  const back = await kit.call('POST', '/ties/handovers', { from: ana.teammate, to: kit.teammate, people: [people.bo] })
  expect(back).toMatchObject({ status: 409, body: { detail: expect.stringContaining('1 too many') } })
  const one = (await circle()).ties[0]?.person.id
  expect((await kit.call('DELETE', `/people/${one}/tie`)).status).toBe(200)
  expect((await kit.call('DELETE', `/people/${one}/tie`)).status).toBe(404)
  expect((await kit.call('PUT', `/people/${people.bo}/tie`, { closeness: 'friend', everyDays: 7 })).status).toBe(200)
})

test('who left still stands there with their ties, until they are handed over', async () => {
  await kit.call('DELETE', `/teammates/${ana.teammate}`)
  const { holders } = await circle()
  expect(holders).toMatchObject([{ held: mostHeld }, { held: 2, left: true }])
})

test('a bot that somebody holds is no relationship', async () => {
  await kit.call('PUT', `/people/${people.bo}/kind`, { kind: 'bot' })
  expect(await held('Kit')).toBe(mostHeld - 1)
})

test('who comes back again and again, and whom nobody holds, is loyal', async () => {
  const rosa = { ...ada, id: 'rosa', handle: 'rosa.example', name: 'Rosa' }
  const days = [0, 8, 16].map((n) => said(`r${n}`, rosa, 'bom dia', { at: at(n * 24 * 60) }))
  await say(...days)
  expect((await circle()).loyal).toMatchObject([{ name: 'Rosa', conversations: 3 }])
})

test('a word of ours that answers none of theirs is pressure', async () => {
  const now = clock.now()
  const us = { ...ada, id: 'acme', us: true }
  await say(said('q', { ...bo, id: 'tom', name: 'Tom' }, 'a question', { at: now }))
  await say(said('a', us, 'an answer', { at: now, inReplyTo: 'q' }))
  const wroteFirst = async () =>
    ((await kit.call('GET', `/people/${await idOf('tom')}`)).body as unknown as Person).wroteFirst
  expect(await wroteFirst()).toBe(0)
  await say(said('b', us, 'and have you seen our offer?', { at: now, inReplyTo: 'a' }))
  expect(await wroteFirst()).toBe(1)
  clock.move(31 * DAY_MS)
  expect(await wroteFirst()).toBe(0)
})

const circle = async (): Promise<Circle> => (await kit.call('GET', '/circle')).body as unknown as Circle
const held = async (name: string) => (await circle()).holders.find((it) => it.teammate.name === name)?.held
const idOf = async (name: string): Promise<string> =>
  (await kit.call('GET', `/people?q=${name}`)).body.items?.[0]?.id as string
