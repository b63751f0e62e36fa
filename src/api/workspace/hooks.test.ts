import { afterAll, beforeEach, expect, test } from 'vitest'
import { at } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { type Caller, founder, heldClock, openHouse } from '../../../test/house.ts'
import { sql } from '../../db/db.ts'
import { sweep } from '../../jobs/waking.ts'
import { signatureOf } from '../../lib/signed.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(0))
const opened = await openHouse(db, clock)
afterAll(opened.close)

type Made = { hook: { id: string; url: string }; secret: string }
let kit: Caller
let door: Made
const made = async (who = kit, name = 'The shop') =>
  (await who.call('POST', '/hooks', { name })).body as unknown as Made
const log = async () => (await kit.call('GET', `/hooks/${door.hook.id}/deliveries`)).body.items

beforeEach(async () => {
  kit = await founder(opened)
  door = await made()
})

/** Signs and posts, with whatever is to be different. */
async function post(body: string, { id = 'msg_1', secret = door.secret, headers = {}, sent = body } = {}) {
  const now = clock.now()
  const answer = await opened.app.request(new URL(door.hook.url).pathname, {
    method: 'POST',
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signatureOf(secret, { id, at: now, body }),
      ...headers,
    },
    body: sent,
  })
  return { status: answer.status, body: (await answer.json()) as { repeated?: boolean; detail?: string } }
}
const ping = '{"type":"ping"}'

test('what is signed is taken once, and its replay does nothing', async () => {
  expect(await post(ping)).toMatchObject({ status: 200, body: { ok: true, repeated: false } })
  expect(await post(ping)).toMatchObject({ status: 200, body: { ok: true, repeated: true } })
  expect(await log()).toMatchObject([{ messageId: 'msg_1', kind: 'ping', refused: null, again: false }])
})

test('of ten that come at once with one id, one is taken', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(ping)))
  expect(answers.filter(({ body }) => body.repeated === false)).toHaveLength(1)
})

test("nothing forged is let in: it is counted, and its words aren't kept", async () => {
  const other = await made(await founder(opened), 'Another house')
  const forged = [
    await post(ping, { secret: other.secret }),
    await post(ping, { sent: `${ping} ` }),
    await post(ping, { headers: { 'webhook-signature': '' } }),
    await post(ping, { headers: { 'webhook-timestamp': String(at(-10).getTime() / 1000) } }),
    await post('canary, no JSON', { secret: other.secret }),
  ]
  expect(forged.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
  expect(await log()).toEqual([])
  const [hook] = (await kit.call('GET', '/hooks')).body.items as unknown as { turnedAway: object }[]
  expect(hook?.turnedAway).toMatchObject({ times: 5, why: 'The signature is of none of the secrets that open here.' })
})

test('a door that is not there answers as one whose secret is wrong', async () => {
  const wrong = await post(ping, { secret: 'whsec_AAAA' })
  door = { ...door, hook: { ...door.hook, url: door.hook.url.replace(/.$/, (c) => (c === '0' ? '1' : '0')) } }
  expect(await post(ping)).toEqual(wrong)
})

test('a recording played after an hour is out of time', async () => {
  const headers = {
    'webhook-timestamp': String(clock.now().getTime() / 1000),
    'webhook-signature': signatureOf(door.secret, { id: 'msg_1', at: clock.now(), body: ping }),
  }
  clock.move(3_600_000)
  expect(await post(ping, { headers })).toMatchObject({
    status: 401,
    body: { detail: expect.stringMatching(/five min/) },
  })
})

test('a new secret opens at once, the one before it for a day more, and a revoked door to nobody', async () => {
  const { secret } = (await kit.call('POST', `/hooks/${door.hook.id}/secret`)).body
  expect(secret).not.toBe(door.secret)
  clock.move(86_399_000)
  expect((await post(ping, { id: 'old' })).status).toBe(200)
  clock.move(2_000)
  expect((await post(ping, { id: 'too-old' })).status).toBe(401)
  expect((await post(ping, { id: 'new', secret })).status).toBe(200)
  await kit.call('DELETE', `/hooks/${door.hook.id}`)
  expect((await post(ping, { id: 'revoked', secret })).status).toBe(401)
  expect((await kit.call('POST', `/hooks/${door.hook.id}/secret`)).status).toBe(404)
})

test('a secret made twice, as by a broken line, leaves the first its day', async () => {
  for (const _ of [1, 2]) await kit.call('POST', `/hooks/${door.hook.id}/secret`, undefined, { 'idempotency-key': 'k' })
  expect((await post(ping)).status).toBe(200)
})

test('a secret is shown once and lies nowhere in the clear', async () => {
  const key = door.secret.slice('whsec_'.length)
  expect(JSON.stringify((await kit.call('GET', '/hooks')).body)).not.toContain(key)
  for (const table of ['hook', 'hook_secret', 'happening', 'answered_request']) {
    const found = await db.in(kit.workspace, (tx) =>
      tx.row(
        sql`select from ${sql.raw(table)} t where t::text like ${`%${key}%`} or t::text like ${`%${Buffer.from(door.secret).toString('hex')}%`}`,
      ),
    )
    expect(found, table).toBeNull()
  }
})

const unreadable: [what: string, body: string, why: RegExp][] = [
  ['no JSON', 'type=order', /JSON object/],
  ['a NUL', 'type=\0', /JSON object/],
  ['no type', '{}', /"type"/],
  ['a type of the language itself', '{"type":"constructor"}', /Nothing here takes "constructor"/],
  ['a type that nobody takes', '{"type":"weather"}', /What may be told: ping/],
]
test.each(unreadable)('signed but not to be taken, it is refused in words and kept: %s', async (_what, body, why) => {
  const refused = await post(body)
  expect(refused).toMatchObject({ status: 422, body: { detail: expect.stringMatching(why) } })
  expect(await log()).toMatchObject([{ messageId: 'msg_1', refused: refused.body.detail, again: true }])
})

test('what was refused may come again under its id, from there or from the log', async () => {
  await post('{"type":"weather"}')
  expect((await kit.call('POST', `/hooks/${door.hook.id}/deliveries/msg_1/again`)).status).toBe(422)
  expect(await post(ping)).toMatchObject({ status: 200, body: { repeated: false } })
  expect((await kit.call('POST', `/hooks/${door.hook.id}/deliveries/msg_1/again`)).status).toBe(404)
})

test('an order comes by it, and one that can not be right is refused in words', async () => {
  const order = { type: 'order', number: 'A-1', placedAt: '2026-06-01T10:00:00Z', buyer: { mail: 'Ada@ada.example' } }
  expect(await post(JSON.stringify(order))).toMatchObject({ status: 200 })
  expect((await kit.call('GET', '/orders/waiting')).body.items).toMatchObject([{ number: 'A-1' }])
  const refused = await post(JSON.stringify({ ...order, placedAt: 'lately' }), { id: 'msg_2' })
  expect(refused).toMatchObject({
    status: 422,
    body: { detail: 'placedAt: An hour is written as 2026-06-01T12:00:00Z.' },
  })
})

test('the log forgets after 30 days', async () => {
  await post(ping)
  clock.move(31 * 86_400_000)
  await sweep(db, clock.now())
  expect(await log()).toEqual([])
})
