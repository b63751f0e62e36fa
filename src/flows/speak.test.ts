import { afterAll, expect, test } from 'vitest'
import { ada, at, bo, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { colleague, founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import { sql } from '../db/db.ts'
import { noCharter } from '../domain/charter/charter.ts'
import { leaving } from '../domain/reply/reply.store.ts'
import { delivering } from '../jobs/delivering.ts'
import { newId } from '../lib/ids.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(0))
const opened = await openHouse(db, clock)
const ended = new AbortController()
const mouth = delivering({ ...opened.house, presence: opened.presence }, ended.signal)
afterAll(async () => {
  ended.abort()
  await mouth.done
  await opened.close()
})

async function begin(name: string) {
  const kit = await founder(opened, name)
  const { roomId, say } = await squareRoom(opened, kit.workspace)
  const objective = newId()
  await db.in(kit.workspace, (tx) =>
    tx.run(sql`
      insert into objective (workspace_id, id, result, kind, measure, baseline, target, due, owner_id, created_at)
      values (${tx.workspace}, ${objective}, 'More come back', 'people', 'won-back', 1, 2, '2026-12-31', ${kit.teammate}, ${at(-60)})`),
  )
  const asked = { kind: 'question', text: 'Which bread shall we bake on Sundays?', objective, answers: kit.teammate }
  const speak = (change: object = {}, by = kit) =>
    by.call('POST', `/rooms/${roomId}/first-words`, { ...asked, ...change })
  return { kit, roomId, say, speak }
}
const patience = { timeout: 15_000 }
const detail = (answer: { body: { detail?: string } }) => answer.body.detail ?? ''
// By then nobody's hold on a reply would still count: those on their way are seen too.
const inAnHour = () => new Date(clock.now().getTime() + 3_600_000)
/** What was written has left. */
const left = async () => {
  clock.move(11_000)
  await expect.poll(() => db.outside((tx) => leaving(tx, inAnHour(), 100)), patience).toEqual([])
}
const sent = async (text: string) => {
  await left()
  expect(opened.square.sent.filter((it) => it === text)).toHaveLength(1)
}

test('a word to the room leaves once, and whoever replies comes to who answers for it', async () => {
  const { kit, say, speak } = await begin('room')
  const ana = await colleague(opened, kit.workspace, 'teammate')
  const spoken = await speak({ answers: ana.teammate })
  expect(spoken.status).toBe(201)
  await sent('Which bread shall we bake on Sundays?')
  const { conversationId } = spoken.body as unknown as { conversationId: string }
  const whole = async () => (await kit.call('GET', `/conversations/${conversationId}`)).body
  await expect.poll(async () => (await whole()).thread.length, patience).toBe(1)
  expect((await whole()).happened).toMatchObject([{ kind: 'spoke first', detail: { is: 'question' } }])

  const ours = await db.in(kit.workspace, (tx) =>
    tx.row<{ id: string }>(sql`select thread_key as id from conversation where id = ${conversationId}`),
  )
  await say(said('answer', ada, 'Rye!', { at: at(5), inReplyTo: ours?.id ?? '' }))
  expect(await whole()).toMatchObject({ state: 'open', assignee: { id: ana.teammate }, person: { name: 'Ada' } })
})

test('while somebody waits beyond the promise it is held, until they are answered', async () => {
  const { kit, roomId, say, speak } = await begin('held')
  await kit.call('PUT', `/rooms/${roomId}/charter`, { ...noCharter, promises: { any: 30 } })
  await say(said('a', ada, 'Is the cake back?', { at: new Date(clock.now().getTime() - 29 * 60_000) }))
  const first = await speak()
  expect(first.status).toBe(201)
  await kit.call('DELETE', `/replies/${(first.body as unknown as { replyId: string }).replyId}`)
  clock.move(2 * 60_000)
  const held = await speak()
  expect([held.status, detail(held)]).toEqual([409, 'One person waits here beyond our promise. Answer them first.'])
  expect((await kit.call('GET', `/rooms/${roomId}/speaking`)).body).toMatchObject({
    beyond: { count: 1 },
    mayOverrule: true,
  })

  const waiting = (await kit.call('GET', '/conversations')).body.items[0]?.id
  await kit.call('POST', `/conversations/${waiting}/replies`, { text: 'Ada, it is!' })
  expect((await speak()).status).toBe(201)
})

test('an owner may speak all the same, with a reason that stays; a teammate may not', async () => {
  const { kit, roomId, say, speak } = await begin('overruled')
  await kit.call('PUT', `/rooms/${roomId}/charter`, { ...noCharter, promises: { any: 30 } })
  await say(said('a', ada, 'Is the cake back?', { at: new Date(clock.now().getTime() - 60 * 60_000) }))
  const ana = await colleague(opened, kit.workspace, 'teammate')
  const reason = 'The oven burns: nobody should come today.'
  expect(detail(await speak({ reason }, ana))).toMatch(/only an owner/)
  const spoken = await speak({ reason })
  expect(spoken.status).toBe(201)
  const { conversationId } = spoken.body as unknown as { conversationId: string }
  const { happened } = (await kit.call('GET', `/conversations/${conversationId}`)).body
  expect(happened).toMatchObject([{ kind: 'spoke first', detail: { overruled: reason, waiting: 1 } }])
})

test('to one person it bears their handle, and a fourth in thirty days is refused', async () => {
  const { kit, say, speak } = await begin('person')
  await say(said('b', bo, 'hello', { at: at(-60) }))
  const person = (await kit.call('GET', '/people?q=bo')).body.items[0]?.id
  for (const text of ['How was the cake?', 'Did the new one come?', 'Is it well now?'])
    expect((await speak({ person, text })).status).toBe(201)
  await sent('@bo.example How was the cake?')
  expect(detail(await speak({ person, text: 'And now?' }))).toMatch(/wrote to Bo first 3 times/)
})

test('the same words are said first to one alone', async () => {
  const { kit, say, speak } = await begin('many')
  await say(said('b', bo, 'hello', { at: at(-60) }), said('a', ada, 'hello', { at: at(-60) }))
  const named = async (q: string) => (await kit.call('GET', `/people?q=${q}`)).body.items[0]?.id
  expect((await speak({ person: await named('bo') })).status).toBe(201)
  expect(detail(await speak({ person: await named('ada') }))).toMatch(/the same to many/)
})

const wrongs: [what: string, change: object, field: string][] = [
  ['no objective', { objective: newId() }, 'objective'],
  ['nobody who answers', { answers: newId() }, 'answers'],
  ['no words', { text: ' . ' }, 'text'],
  ['too many words', { text: 'bread '.repeat(60) }, 'text'],
]
test.each(wrongs)('%s is refused at its field', async (what, change, field) => {
  const { speak } = await begin(what)
  expect(await speak(change)).toMatchObject({ status: 422, body: { field } })
})

test('taken back before it leaves, nothing of it stays', async () => {
  const { kit, speak } = await begin('back')
  const spoken = (await speak()).body as unknown as { conversationId: string; replyId: string }
  expect((await kit.call('DELETE', `/replies/${spoken.replyId}`)).status).toBe(200)
  expect((await kit.call('GET', `/conversations/${spoken.conversationId}`)).status).toBe(404)
})

test('one that the channel refused stands in trouble, and leaves when it is sent again', async () => {
  const { kit, speak } = await begin('refused')
  await left()
  opened.square.answers.push(() => ({ is: 'refused', why: 'Not on a Sunday.' }))
  const spoken = (await speak()).body as unknown as { conversationId: string; replyId: string }
  await left()
  const trouble = async () =>
    (await kit.call('GET', `/conversations/${spoken.conversationId}`)).body as unknown as { trouble: string }
  await expect.poll(async () => (await trouble()).trouble, patience).toBe('refused')
  const before = opened.square.sent.length
  await kit.call('POST', `/replies/${spoken.replyId}/again`)
  await expect.poll(() => opened.square.sent.length, patience).toBe(before + 1)
})
