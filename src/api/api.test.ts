import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { ada, at, bo, noon, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { colleague, founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import { sql } from '../db/db.ts'
import { wakeDue } from '../jobs/waking.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)
afterAll(opened.close)

/** Kit's workspace with Ada's question in it. */
async function waiting() {
  const kit = await founder(opened)
  const room = await squareRoom(opened, kit.workspace)
  await room.say(said('a', ada, 'is the cake back?'))
  const { body } = await kit.call('GET', '/conversations')
  return { kit, room, id: body.items?.[0]?.id }
}

test('who has waited longest comes first, page by page', async () => {
  const { kit, room } = await waiting()
  await room.say(said('b', bo, 'hello?', { at: at(-30) }), said('c', ada, 'anyone?', { at: at(30) }))
  const first = await kit.call('GET', '/conversations?limit=2')
  const second = await kit.call('GET', `/conversations?limit=2&cursor=${first.body.next}`)
  expect([first, second].map((page) => page.body.items?.map((it) => it.preview))).toEqual([
    ['hello?', 'is the cake back?'],
    ['anyone?'],
  ])
  expect(second.body.next).toBe(null)
})

test('asked after some, a view gives those of them that stand in it', async () => {
  const { kit, room, id } = await waiting()
  await room.say(said('b', bo, 'hello?'), said('c', ada, 'anyone?'))
  const { items = [] } = (await kit.call('GET', '/conversations')).body
  const idOf = (preview: string) => items.find((it) => it.preview === preview)?.id
  await kit.call('POST', `/conversations/${id}/closure`)
  const asked = (path: string) => kit.call('GET', `/conversations?${path}&ids=${id},${idOf('hello?')}`)
  expect((await asked('view=needs-us')).body.items).toMatchObject([{ preview: 'hello?' }])
  expect((await asked('view=all&order=newest')).body.items).toHaveLength(2)
  expect((await asked('view=all&q=cake')).body.items).toMatchObject([{ id }])
  expect((await kit.call('GET', '/conversations?ids=mine')).status).toBe(422)
})

test('a reply leaves after ten seconds and can be taken back until then', async () => {
  const { kit, id } = await waiting()
  const { status, body } = await kit.call('POST', `/conversations/${id}/replies`, { text: 'It is!' })
  expect([status, body.state, new Date(body.leavesAt).getTime() - new Date(body.at).getTime()]).toEqual([
    201,
    'queued',
    10_000,
  ])
  expect((await kit.call('GET', `/conversations/${id}`)).body).toMatchObject({ state: 'waiting', waitingSince: null })
  expect((await kit.call('DELETE', `/replies/${body.id}`)).body).toEqual({ text: 'It is!' })
  expect((await kit.call('GET', `/conversations/${id}`)).body).toMatchObject({
    state: 'open',
    waitingSince: noon.toISOString(),
    replies: [],
  })
})

test('the same Idempotency-Key gives the first answer again and writes nothing', async () => {
  const { kit, id } = await waiting()
  const send = (text: string) =>
    kit.call('POST', `/conversations/${id}/replies`, { text }, { 'idempotency-key': 'once' })
  const [first, second] = await Promise.all([send('It is!'), send('It is!')])
  expect(second.body.id).toBe(first.body.id)
  expect((await kit.call('GET', `/conversations/${id}`)).body.replies).toHaveLength(1)
  expect((await send('Something else')).status).toBe(422)
})

test('what is shown once is kept nowhere to be given again', async () => {
  const { kit } = await waiting()
  const post = async (path: string, body: object) =>
    (await kit.call('POST', path, body, { 'idempotency-key': path })).body as unknown as {
      secret: string
      link: string
    }
  const { secret } = await post('/tokens', { name: 'x', scopes: ['read'] })
  const { link } = await post('/invitations', { mail: 'bo@acme.example', role: 'teammate' })
  await kit.call('PUT', '/retention/hiccup', { days: 30 }, { 'idempotency-key': 'kept' })
  const kept = await db.in(kit.workspace, (tx) =>
    tx.rows<{ body: string }>(sql`select body::text as body from answered_request`),
  )
  expect(kept).toHaveLength(1)
  for (const once of [secret, new URL(link).searchParams.get('token')]) expect(JSON.stringify(kept)).not.toContain(once)
})

test('done, snoozed, noted and given away can each be undone, once', async () => {
  const { kit, id } = await waiting()
  const acts: [path: string, body: unknown, after: object][] = [
    ['closure', undefined, { state: 'done', waitingSince: null }],
    ['noted', undefined, { state: 'noted', waitingSince: null }],
    ['snooze', { until: at(120).toISOString() }, { state: 'snoozed', snoozedUntil: at(120).toISOString() }],
    ['assignment', { teammate: kit.teammate }, { assignee: { name: 'Kit' } }],
  ]
  for (const [path, body, after] of acts) {
    const done = await kit.call('POST', `/conversations/${id}/${path}`, body)
    expect(done.body, path).toMatchObject(after)
    const undone = await kit.call('POST', `/happenings/${done.body.undo}/undo`)
    expect(undone.body, path).toMatchObject({
      state: 'open',
      waitingSince: noon.toISOString(),
      snoozedUntil: null,
      assignee: null,
    })
    expect((await kit.call('POST', `/happenings/${done.body.undo}/undo`)).status, path).toBe(409)
  }
})

test('what was done without a word is not waited for when they write again, unless somebody opens it by hand', async () => {
  const { kit, room, id } = await waiting()
  await kit.call('POST', `/conversations/${id}/closure`)
  clock.move(60_000)
  await room.say(said('b', ada, 'still there?', { inReplyTo: 'a', at: at(61) }))
  const now = async () => (await kit.call('GET', `/conversations/${id}`)).body
  expect(await now()).toMatchObject({ state: 'open', waitingSince: at(61).toISOString() })
  await kit.call('POST', `/conversations/${id}/closure`)
  await kit.call('DELETE', `/conversations/${id}/closure`)
  expect(await now()).toMatchObject({ state: 'open', waitingSince: noon.toISOString() })
})

test('what was snoozed wakes at its hour, not before', async () => {
  const { kit, id } = await waiting()
  await kit.call('POST', `/conversations/${id}/snooze`, { until: at(120).toISOString() })
  await wakeDue(db, at(119))
  expect((await kit.call('GET', `/conversations/${id}`)).body.state).toBe('snoozed')
  await wakeDue(db, at(120))
  expect((await kit.call('GET', `/conversations/${id}`)).body).toMatchObject({ state: 'open', snoozedUntil: null })
})

test('a colleague who answered meanwhile stops mine', async () => {
  const { kit, id } = await waiting()
  const ana = await colleague(opened, kit.workspace, 'teammate')
  const seen = (await kit.call('GET', `/conversations/${id}`)).body.thread?.[0]?.id ?? ''
  clock.move(1000)
  await ana.call('POST', `/conversations/${id}/replies`, { text: 'Yes' })
  const mine = await kit.call(
    'POST',
    `/conversations/${id}/replies`,
    { text: 'Yes it is' },
    { 'x-seen-last-message': seen },
  )
  expect(mine).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('Ana the teammate answered while you wrote') },
  })
})

test('bad input is answered in the words of the desk, at its field', async () => {
  const { kit, id } = await waiting()
  const cases: [method: string, path: string, body: unknown, status: number, detail: string, field: string | null][] = [
    ['POST', `/conversations/${id}/replies`, { text: ' ' }, 422, 'Say something first.', 'text'],
    [
      'POST',
      `/conversations/${id}/replies`,
      { text: 'x'.repeat(301) },
      422,
      'This is 1 too long: this room takes 300 graphemes.',
      'text',
    ],
    [
      'POST',
      `/conversations/${id}/snooze`,
      { until: noon.toISOString() },
      422,
      'That hour is past. Choose one to come.',
      'until',
    ],
    ['POST', `/conversations/${id}/assignment`, { teammate: id }, 422, 'There is no such teammate here.', 'teammate'],
    ['POST', '/rooms', { channel: 'fax', fields: {} }, 422, 'There is no channel called fax.', 'channel'],
    ['POST', '/rooms', { channel: 'square', fields: { place: 'nowhere' } }, 422, 'There is no such place.', 'place'],
    ['POST', '/rooms', { channel: 'square', fields: { place: '' } }, 422, 'Which place?', 'place'],
    ['GET', '/messages?q=%22open', undefined, 422, 'line 1, column 1: ', 'q'],
    ['POST', '/listeners', { name: 'all', query: '-cake' }, 422, '', 'query'],
    ['GET', '/conversations/nothing', undefined, 404, 'There is nothing here by that id.', null],
    ['GET', '/no/such/thing', undefined, 404, 'There is nothing at GET /api/v1/no/such/thing.', null],
    ['GET', '/conversations?limit=1000', undefined, 422, 'limit: ', 'limit'],
  ]
  for (const [method, path, body, status, detail, field] of cases) {
    const answer = await kit.call(method, path, body)
    expect(answer, `${method} ${path}`).toMatchObject({
      status,
      body: { detail: expect.stringContaining(detail), field },
    })
  }
})

test('a room is added once, and its secret never comes out again', async () => {
  const { kit } = await waiting()
  const added = await kit.call('POST', '/rooms', { channel: 'square', name: 'Market', fields: { place: 'market' } })
  expect(added).toMatchObject({
    status: 201,
    body: { name: 'Market', replying: { how: 'send', as: 'acme on Square' } },
  })
  expect((await kit.call('POST', '/rooms', { channel: 'square', fields: { place: 'market' } })).status).toBe(422)
  expect(JSON.stringify((await kit.call('GET', '/rooms')).body)).not.toContain('sesame')
})

test('search marks what it found, and finds nothing of what was not said', async () => {
  const { kit } = await waiting()
  const found = await kit.call('GET', '/messages?q=cake%20-pie')
  expect(found.body.items).toMatchObject([{ message: { text: 'is the cake back?' }, spans: [[7, 11]] }])
  expect((await kit.call('GET', '/messages?q=pie')).body.items).toEqual([])
  expect((await kit.call('GET', '/conversations?q=cake')).body.items).toHaveLength(1)
})

test('a teammate can not do what only an owner may, and a workspace keeps its owner', async () => {
  const { kit } = await waiting()
  const admin = await colleague(opened, kit.workspace, 'admin')
  expect((await admin.call('DELETE', `/teammates/${kit.teammate}`)).body.detail).toBe(
    'Only an owner can make, change or remove an owner.',
  )
  expect((await kit.call('DELETE', `/teammates/${kit.teammate}`)).body.detail).toContain('needs an owner')
  expect((await kit.call('DELETE', `/teammates/${admin.teammate}`)).status).toBe(200)
  expect((await admin.call('GET', '/me')).status).toBe(401)
})

test('a page says what it may load and who may frame it; a file says that it is what it says', async () => {
  const page = await opened.app.request('/api/v1/me')
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN')
  const file = await opened.app.request('/assets/none.js')
  expect(file.headers.get('x-content-type-options')).toBe('nosniff')
  expect(file.headers.get('content-security-policy')).toBe(null)
})

test('lists come compressed to who takes that, what a change answers never', async () => {
  const kit = await founder(opened)
  const ask = (method: string, path: string, body?: unknown) =>
    opened.app.request(`/api/v1${path}`, {
      method,
      body: body === undefined ? null : JSON.stringify(body),
      headers: { authorization: `Bearer ${kit.token}`, 'content-type': 'application/json', 'accept-encoding': 'gzip' },
    })
  const list = await ask('GET', '/conversations')
  expect(list.headers.get('content-encoding')).toBe('gzip')
  expect(JSON.parse(gunzipSync(await list.arrayBuffer()).toString())).toEqual({ items: [], next: null })
  expect((await ask('POST', '/tokens', { name: 'x', scopes: ['read'] })).headers.get('content-encoding')).toBe(null)
})
