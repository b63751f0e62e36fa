import { expect, test } from 'vitest'
import { acme, ada, at, bo, noon, said } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { type Db, sql } from '../db/db.ts'
import type { Heard, Said } from '../domain/message/heard.ts'
import { add } from '../domain/room/room.store.ts'
import { newId } from '../lib/ids.ts'
import { sealWith } from '../lib/seal.ts'
import { hear } from './hear.ts'

const { db } = await freshDatabase()

async function room(db: Db) {
  const { workspace, kit } = await freshWorkspace(db)
  const id = newId()
  await db.in(workspace, (tx) =>
    add(
      tx,
      {
        id,
        channel: 'test',
        address: id,
        name: 'The square',
        account: null,
        settings: {},
        secret: null,
        demo: false,
        at: noon,
        by: kit,
      },
      sealWith('k'),
    ),
  )
  const listen = (heard: Heard[], when = at(60)) =>
    hear(db, { workspace, room: { id, channel: 'test' }, heard, at: when, listening: () => [] }, newId)
  const say = (...messages: Said[]) => listen(messages.map((message) => ({ is: 'said', message })))
  const conversations = () =>
    db.in(workspace, (tx) =>
      tx.rows<{
        id: string
        state: string
        messages: number
        preview: string
        waitingSince: Date | null
        threadKey: string
        name: string | null
      }>(sql`
        select c.id, state, messages, preview, waiting_since, thread_key, p.name from conversation c left join person p on p.id = c.person_id order by first_at, thread_key`),
    )
  return { workspace, kit, id, listen, say, conversations }
}

test('hearing the same twice files it once', async () => {
  const { say, conversations } = await room(db)
  await say(said('a', ada, 'is the cake back?'))
  expect(await say(said('a', ada, 'is the cake back?'))).toEqual({ said: 0, conversations: [] })
  expect(await conversations()).toMatchObject([
    { state: 'open', messages: 1, preview: 'is the cake back?', waitingSince: noon, name: 'Ada' },
  ])
})

test('the same id from another source is another message', async () => {
  const { say, conversations } = await room(db)
  await say(said('a', ada, 'genuine'), said('a', bo, 'forged', { source: 'elsewhere' }))
  expect((await conversations()).reduce((sum, it) => sum + it.messages, 0)).toBe(2)
})

test('a reply joins its parent, in whatever order they come', async () => {
  const thread = [
    said('a', ada, 'first'),
    said('b', bo, 'second', { inReplyTo: 'a', at: at(1) }),
    said('c', ada, 'third', { inReplyTo: 'b', at: at(2) }),
    said('d', bo, 'fourth', { inReplyTo: 'b', at: at(3) }),
  ]
  for (const order of ['abcd', 'dcba', 'cabd', 'dacb', 'bdac']) {
    const { say, conversations } = await room(db)
    for (const id of order) await say(thread.find((it) => it.id === id) as Said)
    const found = await conversations()
    expect(found, order).toMatchObject([{ messages: 4, threadKey: 'a', preview: 'fourth', waitingSince: noon }])
  }
})

test('replies to a message that we never heard stand together', async () => {
  const { say, conversations } = await room(db)
  await say(said('b', bo, 'me too', { inReplyTo: 'a' }))
  await say(said('c', ada, 'and me', { inReplyTo: 'a' }))
  expect(await conversations()).toMatchObject([{ messages: 2, threadKey: 'a' }])
})

test('what nobody asked for is let go', async () => {
  const { say, conversations } = await room(db)
  await say(said('x', ada, 'nothing to do with us', { reasons: [] }))
  expect(await conversations()).toEqual([])
})

test('a reply to a message that we hold is heard without any other reason', async () => {
  const { say, conversations } = await room(db)
  await say(said('a', ada, 'hello'))
  await say(said('b', bo, 'hello from me', { inReplyTo: 'a', reasons: [] }))
  expect(await conversations()).toMatchObject([{ messages: 2 }])
})

test('what is taken back is gone, and a replay does not bring it back', async () => {
  const { say, listen, conversations, workspace } = await room(db)
  await say(said('a', ada, 'my secret is 1234'))
  await listen([{ is: 'deleted', source: 'ada', id: 'a', at: at(5) }])
  await say(said('a', ada, 'my secret is 1234'))
  expect(await conversations()).toMatchObject([{ messages: 0, preview: '', state: 'noted', waitingSince: null }])
  const left = await db.in(workspace, (tx) =>
    tx.rows(sql`select from message where text like '%1234%' or search @@ '1234'`),
  )
  expect(left).toEqual([])
})

test('only who said it can take it back', async () => {
  const { say, listen, conversations } = await room(db)
  await say(said('a', ada, 'hello'))
  await listen([{ is: 'deleted', source: 'bo', id: 'a', at: at(5) }])
  expect(await conversations()).toMatchObject([{ messages: 1 }])
})

test('an edit changes the words and the preview', async () => {
  const { say, listen, conversations } = await room(db)
  await say(said('a', ada, 'is the cak back'))
  await listen([{ is: 'edited', message: said('a', ada, 'is the cake back?') }])
  expect(await conversations()).toMatchObject([{ messages: 1, preview: 'is the cake back?' }])
})

test('our word, said in the channel itself, answers whom it answers', async () => {
  const { say, conversations } = await room(db)
  await say(said('a', ada, 'a question'), said('b', bo, 'another', { inReplyTo: 'a', at: at(1) }))
  await say(said('c', acme, 'dear Ada', { inReplyTo: 'a', at: at(2) }))
  expect(await conversations()).toMatchObject([{ state: 'open', waitingSince: at(1) }])
  await say(said('d', acme, 'dear Bo', { inReplyTo: 'b', at: at(3) }))
  expect(await conversations()).toMatchObject([{ state: 'waiting', waitingSince: null }])
})

test('a bare thanks reopens nothing, a word more does', async () => {
  const { say, conversations } = await room(db)
  await say(said('a', ada, 'when do you open?'), said('b', acme, 'at seven', { inReplyTo: 'a', at: at(1) }))
  await say(said('c', ada, 'thank you!', { inReplyTo: 'b', at: at(2) }))
  expect(await conversations()).toMatchObject([{ state: 'waiting', waitingSince: null }])
  await say(said('d', ada, 'thank you! and on sunday?', { inReplyTo: 'b', at: at(3) }))
  expect(await conversations()).toMatchObject([{ state: 'open', waitingSince: at(3) }])
})

test('an onlooker in a thread that we hold does not wait for us; who spoke to us before does', async () => {
  const { say, conversations } = await room(db)
  await say(said('a', ada, 'when do you open?'), said('b', acme, 'at seven', { inReplyTo: 'a', at: at(1) }))
  await say(said('c', bo, 'nice', { inReplyTo: 'a', at: at(2), reasons: [] }))
  expect(await conversations()).toMatchObject([{ state: 'waiting', waitingSince: null, messages: 3 }])
  await say(said('d', ada, 'and on sunday?', { inReplyTo: 'a', at: at(3), reasons: [] }))
  expect(await conversations()).toMatchObject([{ state: 'open', waitingSince: at(3) }])
})

test('NUL, lone surrogates, a lying clock and a very long id are kept as well as can be', async () => {
  const { say, conversations } = await room(db)
  const longId = 'x'.repeat(5000)
  await say(
    said(longId, ada, 'a\0b\ud800c', { at: new Date('9999-01-01') }),
    said('reply', bo, `e${'\u0301'.repeat(100_000)}`, { inReplyTo: longId, at: new Date(Number.NaN) }),
  )
  expect(await conversations()).toMatchObject([{ messages: 2 }])
})

test('another workspace sees nothing of it', async () => {
  const { say } = await room(db)
  await say(said('a', ada, 'hello'))
  const { workspace: other } = await freshWorkspace(db)
  for (const table of ['conversation', 'message', 'person', 'identity', 'room', 'happening', 'teammate']) {
    const { count } = await db.in(
      other,
      async (tx) =>
        (await tx.row<{ count: number }>(sql`select count(*) as count from ${sql.raw(table)}`)) ?? { count: -1 },
    )
    expect(count, table).toBe(table === 'teammate' ? 1 : 0)
  }
})
