import { afterAll, expect, test } from 'vitest'
import { at } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { everythingIn } from '../../test/everything.ts'
import { type Caller, colleague, heldClock, openHouse } from '../../test/house.ts'
import { sql } from '../db/db.ts'
import { noCharter } from '../domain/charter/charter.ts'
import { newId } from '../lib/ids.ts'
import { permissions } from './door/permissions.ts'

const { db } = await freshDatabase()
const opened = await openHouse(db, heldClock(at(60)))
afterAll(opened.close)

const own = new Set([
  'GET /*',
  'ALL /*',
  'ALL /api/*',
  'GET /api/auth/*',
  'POST /api/auth/*',
  'ALL /assets/*',
  'ALL /api/v1/*',
  'GET /api/v1/*',
])
const routes = [...new Set(opened.app.routes.map(({ method, path }) => `${method} ${path}`))].filter(
  (route) => !own.has(route),
)

test('every route has its row, and every row its route', () => {
  expect(routes.sort()).toEqual(Object.keys(permissions).sort())
})

const bodies: Record<string, unknown> = {
  'POST /api/v1/conversations/:id/replies': { text: 'hello' },
  'POST /api/v1/conversations/:id/notes': { text: 'hello' },
  'POST /api/v1/conversations/:id/snooze': { until: at(500).toISOString() },
  'POST /api/v1/conversations/:id/assignment': { teammate: null },
  'POST /api/v1/replies/:id/outcome': { is: 'said' },
  'POST /api/v1/rooms': { channel: 'square', fields: { place: 'x' } },
  'POST /api/v1/rooms/:id/sign-in': { fields: { place: 'x' } },
  'POST /api/v1/listeners': { name: 'x', query: 'cake' },
  'PUT /api/v1/listeners/:id': { name: 'x', query: 'cake' },
  'PUT /api/v1/listeners/:id/whose': { anothers: true },
  'PUT /api/v1/storms/:id/holding': { text: 'x' },
  'PUT /api/v1/storms/:id/after': { text: 'x' },
  'POST /api/v1/listeners/reading': { query: 'canary', examples: 10 },
  'PUT /api/v1/listeners/:id/judgements/:messageId': { aboutUs: false },
  'PUT /api/v1/messages/:id/understanding': { question: true },
  'POST /api/v1/objectives': {
    result: 'x',
    kind: 'people',
    measure: 'told',
    baseline: 0,
    target: 1,
    due: '2027-01-01',
  },
  'PUT /api/v1/objectives/:id': {
    result: 'x',
    kind: 'people',
    measure: 'told',
    baseline: 0,
    target: 1,
    due: '2027-01-01',
  },
  'POST /api/v1/objectives/reading': { text: 'canary' },
  'PUT /api/v1/objectives/:id/number': { number: 2 },
  'PUT /api/v1/rooms/:id/objective': { objective: null },
  'PUT /api/v1/listeners/:id/objective': { objective: null },
  'PUT /api/v1/questions/:id/objective': { objective: null },
  'PUT /api/v1/questions/:id': { name: 'x' },
  'POST /api/v1/questions/:id/joins': { from: newId() },
  'POST /api/v1/questions/:id/splits': { messages: [newId()] },
  'PUT /api/v1/questions/:id/publication': { url: 'https://x.example', on: '2026-06-01' },
  'PUT /api/v1/questions/:id/answer': { text: 'x', reviewOn: '2027-01-01' },
  'POST /api/v1/people/:id/joins': { other: newId() },
  'POST /api/v1/people/:id/refusals': { other: newId() },
  'POST /api/v1/people/:id/moments': { kind: 'loss', text: 'x' },
  'PUT /api/v1/people/:id/card': { called: 'x' },
  'PUT /api/v1/moments/:id/settlement': { as: 'kept' },
  'PUT /api/v1/people/:id/tie': { closeness: 'friend', everyDays: 14 },
  'POST /api/v1/ties/handovers': { from: newId(), to: newId(), people: null },
  'POST /api/v1/people/:id/deeds': { kind: 'sent', text: 'x' },
  'POST /api/v1/people/:id/ladder': { rung: 'word', reason: 'x', until: '2026-07-01' },
  'POST /api/v1/introductions': { one: newId(), other: newId(), why: 'interest', about: 'x' },
  'PUT /api/v1/introductions/:id/side': { person: newId(), said: 'yes' },
  'PUT /api/v1/wooings/:id/step': { step: 'lost' },
  'PUT /api/v1/rooms/:id/charter': noCharter,
  'POST /api/v1/rooms/:id/advice': { text: 'x' },
  'POST /api/v1/conversations/:id/advice': { text: 'x' },
  'POST /api/v1/rooms/:id/first-words': { kind: 'news', text: 'x', objective: newId(), answers: newId() },
  'POST /api/v1/outcomes': { objective: newId(), what: 'x' },
  'PUT /api/v1/outcomes/:id/dispute': { why: 'x' },
  'PUT /api/v1/conversations/:id/upshot': { said: 'nothing' },
  'POST /api/v1/codes': { objective: newId(), word: 'WORD', what: 'x' },
  'PUT /api/v1/duty/:weekday': { teammate: null },
  'PUT /api/v1/how': { on: true },
  'PUT /api/v1/week/mail': { language: 'en' },
  'POST /api/v1/care': { beats: [{ conversation: newId(), reading: 1, writing: 0 }] },
  'PUT /api/v1/care/:id': { minutes: 1 },
  'PUT /api/v1/return/price': { centsAnHour: 1, currency: 'EUR' },
  'PUT /api/v1/people/:id/kind': { kind: 'bot' },
  'PUT /api/v1/identities/:id/consent': { how: 'said so' },
  'PUT /api/v1/teammates/:id': { role: 'admin' },
  'POST /api/v1/invitations': { mail: 'x@x.example', role: 'teammate' },
  'POST /api/v1/orders': { number: 'x', placedAt: '2026-05-31T10:00:00Z', buyer: {} },
  'PUT /api/v1/orders/:id/buyer': { person: newId() },
  'PUT /api/v1/orders/:id/steps/:step': { said: 'done' },
  'PUT /api/v1/steps/days': { thank: 2, ask: 3, listen: 4 },
  'POST /api/v1/hooks': { name: 'x' },
  'POST /api/v1/receivers': { name: 'x', url: 'https://x.example' },
  'POST /api/v1/questions/:id/brief/pushes': { receiver: newId() },
  'POST /api/v1/tokens': { name: 'x', scopes: ['read'] },
}

const fill = (path: string, ids: Record<string, string>) =>
  path
    .replace(/\/(\w+)\/:id/, (_, noun: string) => `/${noun}/${ids[noun]}`)
    .replace(':messageId', ids.messages ?? '')
    .replace(':other', ids.people ?? '')
    .replace(':step', 'thank')
    .replace(':weekday', '1')
    .replace(':message', 'msg_1')
    .replace(/^(.*introductions.*side)$/, `$1?person=${ids.people}`) +
  (path.endsWith('/messages') || path.endsWith('/people') ? '?q=canary' : '')
const closed = routes.filter((route) => permissions[route] !== 'anybody' && route !== 'GET /api/v1/events')

test('another workspace is not there: no id of it is found, nothing of it is read or changed', async () => {
  const a = await everythingIn(opened, 'a')
  const b = await everythingIn(opened, 'b')
  const checksum = () =>
    db.in(b.kit.workspace, async (tx) => {
      const sums: string[] = []
      for (const table of [
        'conversation',
        'message',
        'reply',
        'outbox',
        'note',
        'room',
        'listener',
        'judgement',
        'correction',
        'question',
        'objective',
        'told_number',
        'asking',
        'answer',
        'learned',
        'person',
        'person_join',
        'not_the_same',
        'identity_link',
        'tie',
        'moment',
        'identity',
        'teammate',
        'token',
        'invitation',
        'outcome',
        'outcome_touch',
        'upshot',
        'code',
        'verdict',
        'week_mail',
        'duty',

        'care',
        'return_cell',
        'return_change',
        'happening',
        'hook',
        'hook_secret',
        'hook_delivery',
        'receiver',
        'push',
        'customer_order',
        'order_step',
        'order_clock',
        'charter',
        'overruling',
        'first_word',
      ]) {
        const row = await tx.row<{ sum: string }>(
          sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${sql.raw(table)} t`,
        )
        sums.push(`${table} ${row?.sum}`)
      }
      return sums
    })
  const before = await checksum()
  for (const route of closed) {
    const [method = '', path = ''] = route.split(' ')
    const answer = await a.kit.call(method, fill(path, b.ids), bodies[route])
    if (path.includes(':id')) expect(answer.status, route).toBe(404)
    expect(JSON.stringify(answer.body), route).not.toContain('canary-b')
  }
  expect(await checksum()).toEqual(before)
})

test('nobody, a token that only reads, and a guest get as far as their row says', async () => {
  const { kit, ids } = await everythingIn(opened, 'c')
  const reader = await colleague(opened, kit.workspace, 'admin', ['read'])
  const guest = await colleague(opened, kit.workspace, 'guest')
  const teammate = await colleague(opened, kit.workspace, 'teammate')
  const stranger: Caller = {
    ...kit,
    call: async (method, path, body) => {
      const answer = await opened.app.request(path, {
        method,
        headers: { 'content-type': 'application/json' },
        body: body ? JSON.stringify(body) : undefined,
      })
      return { status: answer.status, body: {} as never }
    },
  }
  for (const route of closed) {
    const row = permissions[route]
    if (row === undefined || row === 'anybody') continue
    const [method = '', path = ''] = route.split(' ')
    const ask = async (who: Caller) => (await who.call(method, fill(path, ids), bodies[route])).status
    expect(await ask(stranger), `nobody: ${route}`).toBe(401)
    if (row.scope !== 'read') expect(await ask(reader), `reader: ${route}`).toBe(403)
    if (row.least !== 'guest') expect(await ask(guest), `guest: ${route}`).toBe(403)
    if (row.least === 'admin') expect(await ask(teammate), `teammate: ${route}`).toBe(403)
  }
})

test('a guest sees what was given to them, and nothing else', async () => {
  const { kit, ids } = await everythingIn(opened, 'd')
  const guest = await colleague(opened, kit.workspace, 'guest')
  const path = `/conversations/${ids.conversations}`
  expect((await guest.call('GET', path)).status).toBe(404)
  expect((await guest.call('POST', `${path}/notes`, { text: 'hello' })).status).toBe(404)
  await kit.call('POST', `${path}/assignment`, { teammate: guest.teammate })
  expect((await guest.call('GET', path)).status).toBe(200)
  expect((await guest.call('POST', `${path}/notes`, { text: 'hello' })).status).toBe(201)
})

test('a revoked or expired token opens nothing', async () => {
  const { kit } = await everythingIn(opened, 'e')
  const made = await kit.call('POST', '/tokens', { name: 'short', scopes: ['read'], days: 1 })
  const call = () => opened.app.request('/api/v1/me', { headers: { authorization: `Bearer ${made.body.secret}` } })
  expect((await call()).status).toBe(200)
  await kit.call('DELETE', `/tokens/${made.body.token?.id}`)
  expect((await call()).status).toBe(401)
  expect((await opened.app.request('/api/v1/me', { headers: { authorization: `Bearer ear_${newId()}` } })).status).toBe(
    401,
  )
})
