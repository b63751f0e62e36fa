import { beforeAll, expect, test } from 'vitest'
import { ada, at, bo, noon, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { type Caller, colleague, founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { sql } from '../../db/db.ts'
import type { Conversation } from '../shapes.ts'
import type { Person } from './shapes.people.ts'

const { db } = await freshDatabase()
const opened = await openHouse(db, heldClock(noon))
let kit: Caller
let ana: Caller
let talk: { ada: string; bo: string }
let say: Awaited<ReturnType<typeof squareRoom>>['say']

beforeAll(async () => {
  kit = await founder(opened)
  ana = await colleague(opened, kit.workspace, 'teammate')
  say = (await squareRoom(opened, kit.workspace)).say
  await say(
    said('1', ada, 'We are getting married on Saturday, we are so happy!!'),
    said('2', bo, 'My cake never came, where is it?'),
  )
  talk = { ada: await talkOf('1'), bo: await talkOf('2') }
  // What understanding says is its own affair: here a teammate says it.
  await correct('1', { celebration: true, hiccup: false, loss: false })
  await correct('2', { celebration: false, hiccup: true, loss: false })
})

test('a celebration is offered beneath its message, and no more once it is remembered', async () => {
  const message = (await conversation(talk.ada)).thread[0]
  expect(message?.proposed).toMatchObject({ kind: 'celebration', onDay: '2026-06-01' })
  const { kind, text } = message?.proposed ?? {}
  await kit.call('POST', `/people/${message?.person?.id}/moments`, { kind, text, message: message?.id })
  expect((await conversation(talk.ada)).thread[0]?.proposed).toBeNull()
})

test('after a no it is offered to nobody, until that no is taken back', async () => {
  const message = (await conversation(talk.bo)).thread[0]
  expect(message?.proposed?.kind).toBe('hiccup')
  expect((await kit.call('PUT', `/moments/refusals/${message?.id}`)).status).toBe(200)
  expect((await kit.call('PUT', `/moments/refusals/${message?.id}`)).status).toBe(200)
  expect((await conversation(talk.bo, ana)).thread[0]?.proposed).toBeNull()
  expect((await kit.call('DELETE', `/moments/refusals/${message?.id}`)).status).toBe(200)
  expect((await conversation(talk.bo, ana)).thread[0]?.proposed?.kind).toBe('hiccup')
  expect((await kit.call('DELETE', `/moments/refusals/${message?.id}`)).status).toBe(404)
  expect((await kit.call('PUT', `/moments/refusals/${kit.teammate}`)).status).toBe(404)
})

test('a promise in a reply is offered at once, and is the promise of who wrote the reply', async () => {
  await ana.call('POST', `/conversations/${talk.bo}/replies`, { text: "So sorry! I'll get back to you Friday." })
  const [reply] = (await conversation(talk.bo)).replies
  expect(reply?.proposed).toMatchObject({ kind: 'promise', text: "I'll get back to you Friday.", dueDay: '2026-06-05' })
  const person = await idOf('bo')
  const { kind, text, dueDay } = reply?.proposed ?? {}
  expect((await kit.call('POST', `/people/${person}/moments`, { kind: 'order', text, reply: reply?.id })).status).toBe(
    422,
  )
  const elsewhere = await kit.call('POST', `/people/${await idOf('ada')}/moments`, { kind, text, reply: reply?.id })
  expect(elsewhere.status).toBe(422)
  await kit.call('POST', `/people/${person}/moments`, { kind, text, dueDay, reply: reply?.id })
  expect((await conversation(talk.bo)).replies[0]?.proposed).toBeNull()
  const { moments } = (await kit.call('GET', `/people/${person}`)).body as unknown as Person
  expect(moments).toMatchObject([{ kind: 'promise', dueDay: '2026-06-05', by: { name: 'Ana the teammate' } }])
})

test('a reply that is taken back takes its promise with it', async () => {
  const [reply] = (await conversation(talk.bo)).replies
  expect((await ana.call('DELETE', `/replies/${reply?.id}`)).status).toBe(200)
  const { moments } = (await kit.call('GET', `/people/${await idOf('bo')}`)).body as unknown as Person
  expect(moments).toEqual([])
})

test('what they promise us is no promise of ours', async () => {
  await say(said('3', ada, "I'll get back to you tomorrow.", { inReplyTo: '1', at: at(5) }))
  expect((await conversation(talk.ada)).thread.at(-1)?.proposed).toBeNull()
})

const correct = async (externalId: string, label: object) =>
  kit.call('PUT', `/messages/${(await row(externalId)).id}/understanding`, label)
const conversation = async (id: string, who = kit) =>
  (await who.call('GET', `/conversations/${id}`)).body as unknown as Conversation
const row = async (externalId: string) =>
  (await db.in(kit.workspace, (tx) =>
    tx.row<{ id: string; conversationId: string }>(
      sql`select id, conversation_id from message where external_id = ${externalId}`,
    ),
  )) ?? { id: '', conversationId: '' }
const talkOf = async (externalId: string) => (await row(externalId)).conversationId
const idOf = async (name: string): Promise<string> =>
  (await kit.call('GET', `/people?q=${name}`)).body.items?.[0]?.id as string
