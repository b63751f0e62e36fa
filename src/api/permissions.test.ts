import { afterAll, expect, test } from 'vitest'
import { ada, at, bo, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { type Caller, colleague, founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import { sql } from '../db/db.ts'
import { noCharter } from '../domain/charter/charter.ts'
import { grouping } from '../flows/group.ts'
import { spot } from '../flows/woo.ts'
import { placeSome } from '../jobs/placing.ts'
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

/** Every id that a path can take, from a workspace where each kind of thing exists. */
async function everything(name: string) {
  const kit = await founder(opened, name)
  const { roomId, say } = await squareRoom(opened, kit.workspace)
  await say(said('b', bo, 'hello'), said('a', ada, `Where is my canary-${name}?`, { at: at(-1) }))
  await placeSome({ ...opened.house, questions: grouping(newId) })
  const line = (await kit.call('GET', '/conversations')).body.items?.[0]
  const conversation = line?.id as string
  const reply = (await kit.call('POST', `/conversations/${conversation}/replies`, { text: `canary-${name} reply` }))
    .body.id as string
  await kit.call('POST', `/conversations/${conversation}/notes`, { text: `canary-${name} note` })
  const listener = (await kit.call('POST', '/listeners', { name: `canary-${name}`, query: 'cake' })).body.id as string
  const message = (await kit.call('GET', `/conversations/${conversation}`)).body.thread?.[0]?.id as string
  await kit.call('PUT', `/listeners/${listener}/judgements/${message}`, { aboutUs: true })
  await kit.call('PUT', `/messages/${message}/understanding`, { complaint: true })
  const invitation = (await kit.call('POST', '/invitations', { mail: `canary-${name}@x.example`, role: 'teammate' }))
    .body.invitation?.id as string
  const token = (await kit.call('POST', '/tokens', { name: `canary-${name}`, scopes: ['read'] })).body.token
    ?.id as string
  const happening = String((await kit.call('POST', `/conversations/${conversation}/noted`)).body.undo)
  const question = (await kit.call('GET', '/questions')).body.items?.[0]?.id as string
  await kit.call('PUT', `/questions/${question}/answer`, { text: `canary-${name}`, reviewOn: '2027-01-01' })
  const named = async (q: string) => (await kit.call('GET', `/people?q=${q}`)).body.items?.[0]?.id as string
  const [person, other] = [await named('ada'), await named('bo')]
  const join = (await kit.call('POST', `/people/${person}/joins`, { other })).body.id
  const { identities } = (await kit.call('GET', `/people/${person}`)).body as unknown as {
    identities: { id: string }[]
  }
  const promise = { kind: 'promise', text: `canary-${name}` }
  const moment = (await kit.call('POST', `/people/${person}/moments`, promise)).body.id
  await say(said('c', { ...bo, id: 'cy', name: `Cy canary-${name}` }, 'good morning'))
  const pair = { one: person, other: await named('cy'), why: 'interest', about: `canary-${name}` }
  const introduction = (await kit.call('POST', '/introductions', pair)).body.id
  const watch = { rung: 'watch', reason: `canary-${name}`, until: '2026-07-01' }
  const rung = (await kit.call('POST', `/people/${person}/ladder`, watch)).body.id
  const wooing = await wooingOf(kit, person)
  const deed = (await kit.call('POST', `/people/${person}/deeds`, { kind: 'sent', text: `canary-${name}` })).body.id
  const wanted = { kind: 'service', measure: 'told', baseline: 0, target: 9, due: '2027-01-01' }
  const objective = (await kit.call('POST', '/objectives', { ...wanted, result: `canary-${name}` })).body.id
  await kit.call('PUT', `/objectives/${objective}/number`, { number: 1 })
  const hook = (
    (await kit.call('POST', '/hooks', { name: `canary-${name}` })).body as unknown as { hook: { id: string } }
  ).hook.id
  const bought = {
    number: `canary-${name}`,
    placedAt: '2026-05-31T10:00:00Z',
    buyer: { channel: 'square', handle: 'ada' },
  }
  const order = (await kit.call('POST', '/orders', bought)).body.id
  await kit.call('POST', '/orders', { ...bought, number: `canary-${name} of nobody`, buyer: {} })
  const told = { name: `canary-${name}`, url: 'https://cms.example/hook' }
  const receiver = ((await kit.call('POST', '/receivers', told)).body as unknown as { receiver: { id: string } })
    .receiver.id
  const push = (await kit.call('POST', `/questions/${question}/brief/pushes`, { receiver })).body.id
  const ids: Record<string, string> = {
    receivers: receiver,
    pushes: push,
    objectives: objective,
    orders: order,
    hooks: hook,
    introductions: introduction,
    rungs: rung,
    wooings: wooing,
    deeds: deed,
    questions: question,
    moments: moment,
    joins: join,
    identities: identities[0]?.id ?? '',
    conversations: conversation,
    replies: reply,
    rooms: roomId,
    people: person,
    listeners: listener,
    messages: message,
    invitations: invitation,
    tokens: token,
    happenings: happening,
    teammates: kit.teammate,
  }
  return { kit, ids }
}

/** They were let down on two days, and are spotted. */
async function wooingOf(kit: Caller, person: string): Promise<string> {
  for (const onDay of ['2026-05-30', '2026-05-31'])
    await kit.call('POST', `/people/${person}/moments`, { kind: 'hiccup', text: 'crushed', onDay })
  await db.in(kit.workspace, (tx) => spot(tx, opened.house.clock.now(), newId))
  return (await kit.call('GET', '/wooings')).body.items?.[0]?.id as string
}

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
    .replace(':message', 'msg_1')
    .replace(/^(.*introductions.*side)$/, `$1?person=${ids.people}`) +
  (path.endsWith('/messages') || path.endsWith('/people') ? '?q=canary' : '')
const closed = routes.filter((route) => permissions[route] !== 'anybody' && route !== 'GET /api/v1/events')

test('another workspace is not there: no id of it is found, nothing of it is read or changed', async () => {
  const a = await everything('a')
  const b = await everything('b')
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
  const { kit, ids } = await everything('c')
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
  const { kit, ids } = await everything('d')
  const guest = await colleague(opened, kit.workspace, 'guest')
  const path = `/conversations/${ids.conversations}`
  expect((await guest.call('GET', path)).status).toBe(404)
  expect((await guest.call('POST', `${path}/notes`, { text: 'hello' })).status).toBe(404)
  await kit.call('POST', `${path}/assignment`, { teammate: guest.teammate })
  expect((await guest.call('GET', path)).status).toBe(200)
  expect((await guest.call('POST', `${path}/notes`, { text: 'hello' })).status).toBe(201)
})

test('a revoked or expired token opens nothing', async () => {
  const { kit } = await everything('e')
  const made = await kit.call('POST', '/tokens', { name: 'short', scopes: ['read'], days: 1 })
  const call = () => opened.app.request('/api/v1/me', { headers: { authorization: `Bearer ${made.body.secret}` } })
  expect((await call()).status).toBe(200)
  await kit.call('DELETE', `/tokens/${made.body.token?.id}`)
  expect((await call()).status).toBe(401)
  expect((await opened.app.request('/api/v1/me', { headers: { authorization: `Bearer ear_${newId()}` } })).status).toBe(
    401,
  )
})
