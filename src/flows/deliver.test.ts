import { afterAll, expect, test } from 'vitest'
import { ada, at, bo, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import { claim, leaving, settleOutbox } from '../domain/reply/reply.store.ts'
import { afterCrash, MOST_TRIES, nextTry, settle } from '../domain/reply/reply.ts'
import type { Sent } from '../domain/reply/sent.ts'
import { connection } from '../domain/room/room.store.ts'
import { newId } from '../lib/ids.ts'
import { type Delivery, deliver } from './deliver.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)
afterAll(opened.close)

async function queued() {
  const kit = await founder(opened)
  const room = await squareRoom(opened, kit.workspace)
  await room.say(said('a', ada, 'is the cake back?'))
  const id = (await kit.call('GET', '/conversations')).body.items?.[0]?.id as string
  const reply = (await kit.call('POST', `/conversations/${id}/replies`, { text: 'It is!' })).body.id
  clock.move(10_000)
  const how = (send: Delivery['send'], once: 'key' | 'none' = 'key'): Delivery => ({
    worker: opened.presence.worker,
    clock,
    random: () => 0.5,
    newId,
    once: () => once,
    room: (tx, roomId) => connection(tx, roomId, opened.house.seal),
    send,
  })
  const due = { workspaceId: kit.workspace, replyId: reply }
  const conversation = async () => (await kit.call('GET', `/conversations/${id}`)).body
  return {
    kit,
    room,
    reply,
    how,
    due,
    conversation,
    tryOnce: (sent: Sent, once?: 'key' | 'none') =>
      deliver(
        db,
        due,
        how(async () => sent, once),
      ),
  }
}

test('sent, it is a message in the thread', async () => {
  const { tryOnce, conversation } = await queued()
  await tryOnce({ is: 'sent', id: 'reply-1', url: 'https://square.example/1' })
  expect(await conversation()).toMatchObject({
    state: 'waiting',
    replies: [],
    thread: [
      { text: 'is the cake back?' },
      { text: 'It is!', us: true, by: { name: 'Kit' }, url: 'https://square.example/1' },
    ],
  })
})

test('heard back, it is not taken for a word said elsewhere, even while another waits', async () => {
  const { tryOnce, conversation, room } = await queued()
  await room.say(said('b', bo, 'and the pie?', { inReplyTo: 'a', at: at(30) }))
  await tryOnce({ is: 'sent', id: 'reply-7', url: null })
  const { happened, state } = await conversation()
  expect([state, happened.map((it) => it.kind)]).toEqual(['open', ['reopened']])
})

test('refused, it says why, who waited waits again, and it can be sent once more', async () => {
  const { kit, reply, tryOnce, conversation } = await queued()
  await tryOnce({ is: 'refused', why: 'Ada blocked you.' })
  expect(await conversation()).toMatchObject({
    state: 'open',
    trouble: 'refused',
    waitingSince: '2026-06-01T12:00:00.000Z',
    replies: [{ state: 'refused', why: 'Ada blocked you.' }],
  })
  expect((await kit.call('POST', `/replies/${reply}/again`)).body).toMatchObject({ state: 'queued' })
  await tryOnce({ is: 'sent', id: 'reply-2', url: null })
  expect(await conversation()).toMatchObject({ state: 'waiting', trouble: null, replies: [] })
})

test('it does not leave before its ten seconds, nor before the hour that the channel named', async () => {
  const { due, tryOnce, conversation } = await queued()
  await tryOnce({
    is: 'try-later',
    why: 'Too many requests',
    after: new Date(clock.now().getTime() + 90_000),
    mayHaveArrived: false,
  })
  const dueNow = async () =>
    (await db.outside((tx) => leaving(tx, clock.now(), 1000))).some((it) => it.replyId === due.replyId)
  clock.move(89_000)
  expect([await dueNow(), await tryOnce({ is: 'sent', id: 'x', url: null })]).toEqual([false, false])
  clock.move(1_000)
  expect([await dueNow(), (await conversation()).replies[0]]).toMatchObject([
    true,
    { state: 'queued', why: 'Too many requests' },
  ])
})

test('where a channel has no key, what may have arrived is never sent again by itself', async () => {
  const { kit, reply, due, how, tryOnce, conversation } = await queued()
  await tryOnce({ is: 'try-later', why: 'The line went dead.', after: null, mayHaveArrived: true }, 'none')
  expect(await conversation()).toMatchObject({
    state: 'open',
    trouble: 'unknown',
    replies: [{ state: 'unknown', why: 'The line went dead.' }],
  })
  clock.move(3_600_000)
  expect(
    await deliver(
      db,
      due,
      how(() => Promise.reject(new Error('must not be called')), 'none'),
    ),
  ).toBe(false)
  expect((await kit.call('POST', `/replies/${reply}/outcome`, { is: 'said' })).body).toMatchObject({ state: 'sent' })
  expect(await conversation()).toMatchObject({ state: 'waiting', trouble: null })
})

test('of two workers one has it', async () => {
  const { due, how } = await queued()
  const tries = await Promise.all(
    [1, 2, 3].map(() =>
      deliver(
        db,
        due,
        how(async () => ({ is: 'sent', id: 'reply-3', url: null })),
      ),
    ),
  )
  expect(tries.filter(Boolean)).toHaveLength(1)
})

test('a worker that hung past its lease no longer settles', async () => {
  const { due } = await queued()
  const [workspace, now] = [due.workspaceId, clock.now()]
  const take = (when: Date) =>
    db.in(workspace, (tx) => claim(tx, due.replyId, opened.presence.worker, when, new Date(when.getTime() + 60_000)))
  const slow = await take(now)
  expect(await take(new Date(now.getTime() + 59_000))).toBe(null)
  const quick = await take(new Date(now.getTime() + 61_000))
  expect([slow?.attempt, slow?.triedBefore, quick?.attempt, quick?.triedBefore]).toEqual([1, false, 2, true])
  const settleAs = (attempt: number) =>
    db.in(workspace, (tx) => settleOutbox(tx, due.replyId, attempt, { is: 'sent', externalId: 'z', url: null }, now))
  expect([await settleAs(1), await settleAs(2)]).toEqual([false, true])
})

test('a dead worker is known at once, and what it held is tried again with the same key, or asked about', async () => {
  for (const once of ['key', 'none'] as const) {
    const { due, how, conversation } = await queued()
    const deadWorker = 123_456_789
    await db.in(due.workspaceId, (tx) =>
      claim(tx, due.replyId, deadWorker, clock.now(), new Date(clock.now().getTime() + 60_000)),
    )
    const keys: string[] = []
    await deliver(
      db,
      due,
      how(async (_, __, { key }) => {
        keys.push(key)
        return { is: 'sent', id: `reply-${key}`, url: null }
      }, once),
    )
    const { replies, state } = await conversation()
    if (once === 'key') expect([keys.length, state]).toEqual([1, 'waiting'])
    else expect([keys.length, state, replies[0]?.state]).toEqual([0, 'open', 'unknown'])
  }
})

test('back-off doubles, keeps the hour that was named, and ends within an hour', () => {
  const now = at(0)
  const seconds = (attempt: number, after: Date | null) =>
    (nextTry(attempt, now, after, 1).getTime() - now.getTime()) / 1000
  expect([seconds(1, null), seconds(2, null), seconds(3, null), seconds(30, null)]).toEqual([2, 4, 8, 3600])
  expect([
    seconds(1, at(5)),
    seconds(1, at(-5)),
    seconds(1, at(60 * 24 * 3650)),
    seconds(1, new Date(Number.NaN)),
  ]).toEqual([300, 2, 3600, 2])
})

test('after the last try a person decides', () => {
  const later: Sent = { is: 'try-later', why: 'Busy', after: null, mayHaveArrived: false }
  expect(settle(later, MOST_TRIES - 1, 'key', at(0), 0.5).is).toBe('queued')
  expect(settle(later, MOST_TRIES, 'key', at(0), 0.5)).toEqual({
    is: 'refused',
    why: `Busy (tried ${MOST_TRIES} times)`,
  })
  expect([afterCrash('key'), afterCrash('none')]).toEqual(['again', 'unknown'])
})
