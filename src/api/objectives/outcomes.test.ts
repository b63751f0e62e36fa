import { afterAll, beforeAll, expect, test } from 'vitest'
import { acme, ada, at, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { type Caller, colleague, founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import type { Code, Outcome } from './shapes.outcomes.ts'
import type { Care, Return } from './shapes.returns.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)
afterAll(opened.close)

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
let kit: Caller
let objective: string
let talk: string
let room: string

beforeAll(async () => {
  kit = await founder(opened)
  const { roomId, say } = await squareRoom(opened, kit.workspace)
  room = roomId
  await say(
    said('a', ada, 'My cake came crushed', { at: at(1) }),
    said('us', acme, 'We are sorry, and bake another', { inReplyTo: 'a', at: at(2) }),
  )
  talk = (await kit.call('GET', '/conversations?view=all')).body.items?.[0]?.id as string
  const wanted = { kind: 'sales', measure: 'orders', baseline: 0, target: 9, due: '2027-01-01', result: 'Forty cakes' }
  const worth = { unitValue: { cents: 1999, currency: 'EUR' } }
  objective = (await kit.call('POST', '/objectives', { ...wanted, ...worth })).body.id
  await kit.call('PUT', `/rooms/${room}/objective`, { objective })
})

const list = async (query = '') => (await kit.call('GET', `/outcomes${query}`)).body.items as unknown as Outcome[]
const returned = async (by: string) => (await kit.call('GET', `/return?by=${by}`)).body as unknown as Return
const follow = (word: string, agent: string, headers = {}) =>
  opened.app.request(`/l/${word}`, { headers: { 'user-agent': agent, ...headers } })

test('an outcome names its evidence, its worth by the objective, and the word of ours before it', async () => {
  const told = { what: 'an order', objective, conversation: talk, evidence: 'order 7', key: 'order 7' }
  expect((await kit.call('POST', '/outcomes', told)).body).toMatchObject({ fresh: true })
  expect((await kit.call('POST', '/outcomes', told)).body).toMatchObject({ fresh: false })
  expect(await list()).toMatchObject([
    {
      valueCents: 1999,
      currency: 'EUR',
      evidence: 'order 7',
      person: { name: 'Ada' },
      touches: [{ room: { id: room } }],
    },
  ])
})

test('every number of the return opens the rows that it is made of', async () => {
  for (const by of ['objective', 'room', 'month'] as const) {
    const { items } = await returned(by)
    expect(items).toMatchObject([{ firstCents: 1999, lastCents: 1999, sharedCents: 1999 }])
    expect(await list(`?${by}=${items[0]?.key}&standing=counts`)).toHaveLength(1)
  }
  expect(await list('?room=none')).toEqual([])
  expect(await list('?question=none')).toHaveLength(1)
})

test('disputed it stands aside with why, and settled it counts', async () => {
  const id = (await list())[0]?.id
  await kit.call('PUT', `/outcomes/${id}/dispute`, { why: 'paid by a voucher' })
  expect((await returned('objective')).items).toEqual([])
  expect(await list('?standing=aside')).toMatchObject([{ disputed: { why: 'paid by a voucher' } }])
  await kit.call('DELETE', `/outcomes/${id}/dispute`)
  expect((await returned('objective')).items).toMatchObject([{ outcomes: 1 }])
})

test('closing asks in the words of the objective, and of what came of talks for it before', async () => {
  const say = { said: 'something', objective, what: 'a birthday cake' }
  expect((await kit.call('PUT', `/conversations/${talk}/upshot`, say)).status).toBe(200)
  expect((await kit.call('GET', `/conversations/${talk}/offers`)).body.items).toMatchObject([
    { what: 'a birthday cake' },
  ])
  await kit.call('DELETE', `/conversations/${talk}/upshot`)
  expect((await kit.call('GET', `/conversations/${talk}/offers`)).body.items).toMatchObject([{ what: null }])
  expect((await kit.call('DELETE', `/conversations/${talk}/upshot`)).status).toBe(404)
})

test('what was not known yet is asked again on its day, of who closed it and of nobody else', async () => {
  const ana = await colleague(opened, kit.workspace, 'teammate')
  await kit.call('PUT', `/conversations/${talk}/upshot`, { said: 'later', askOn: '2026-06-02' })
  const asked = async (who: Caller) => (await who.call('GET', '/upshots')).body.items?.length
  expect(await asked(kit)).toBe(0)
  clock.move(24 * 3600_000)
  expect([await asked(kit), await asked(ana)]).toEqual([1, 0])
  expect((await kit.call('GET', '/counts')).body).toMatchObject({ asked: 1 })
  await kit.call('PUT', `/conversations/${talk}/upshot`, { said: 'nothing' })
  expect(await asked(kit)).toBe(0)
})

test('closing can still be undone after it was said what came of it', async () => {
  const closed = await kit.call('POST', `/conversations/${talk}/closure`)
  await kit.call('PUT', `/conversations/${talk}/upshot`, { said: 'nothing' })
  expect((await kit.call('POST', `/happenings/${closed.body.undo}/undo`)).body).not.toMatchObject({ state: 'done' })
})

test('a short link leads where it was made to lead, sets nothing, and counts people alone', async () => {
  const made = await kit.call('POST', '/codes', {
    ...{ target: 'https://acme.example/cakes', objective, conversation: talk, what: 'looked at the cakes' },
  })
  const { word, text } = made.body as unknown as Code
  expect(text).toBe(`http://desk.test/l/${word}`)
  const answer = await follow(word, FIREFOX)
  expect([answer.status, answer.headers.get('location')]).toEqual([302, 'https://acme.example/cakes'])
  expect(answer.headers.get('set-cookie')).toBe(null)
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  await follow(word, 'WhatsApp/2.23.20.0')
  await follow(word, FIREFOX, { 'sec-purpose': 'prefetch' })
  const before = (await list()).length
  expect((await kit.call('GET', `/conversations/${talk}/codes`)).body.items).toMatchObject([{ word, visits: 1 }])
  expect(before).toBe((await list('?standing=counts')).length) // a visit by itself is no outcome
})

test('where to get there is the result, the first visit is an outcome, once', async () => {
  const link = {
    target: 'https://acme.example/booked',
    objective,
    conversation: talk,
    what: 'booked',
    visitCounts: true,
  }
  const { word } = (await kit.call('POST', '/codes', link)).body as unknown as Code
  await follow(word, FIREFOX)
  await follow(word, FIREFOX)
  expect((await list()).filter(({ source }) => source === 'link')).toMatchObject([
    { what: 'booked', valueCents: 1999, by: null, evidence: 'https://acme.example/booked' },
  ])
})

test('there is no way to make our address lead elsewhere', async () => {
  for (const path of ['nothing', 'https:%2f%2fevil.example', '..%2f..%2fevil', '%2f%2fevil.example']) {
    const answer = await follow(path, FIREFOX)
    expect([answer.status, answer.headers.get('location')], path).toEqual([404, null])
  }
  const bad = await kit.call('POST', '/codes', { target: 'javascript:alert(1)', objective, what: 'x' })
  expect([bad.status, (bad.body as unknown as { field: string }).field]).toEqual([422, 'target'])
})

test('who says the word at the till is known by it, in whatever case', async () => {
  await kit.call('POST', '/codes', { word: 'ROSA', objective, conversation: talk, what: 'came to the shop' })
  expect((await kit.call('POST', '/codes', { word: 'rosa', objective, what: 'x' })).status).toBe(422)
  await kit.call('POST', '/outcomes', { code: 'rosa', valueCents: 4500 })
  expect((await list()).find(({ source }) => source === 'code')).toMatchObject({
    ...{ what: 'came to the shop', valueCents: 4500, person: { name: 'Ada' }, conversationId: talk },
  })
  expect((await kit.call('POST', '/outcomes', { code: 'nobody' })).body).toMatchObject({ field: 'code' })
})

test('minutes are counted by the clock, put right by whoever spent them, and priced by the owner', async () => {
  const ana = await colleague(opened, kit.workspace, 'admin')
  const beat = (reading: number) => kit.call('POST', '/care', { beats: [{ conversation: talk, reading, writing: 0 }] })
  await beat(30)
  clock.move(10_000)
  await beat(3600) // ten seconds have passed
  const minutes = async () => (await kit.call('GET', '/care')).body.items as unknown as Care[]
  const [row] = await minutes()
  expect(row).toMatchObject({ seconds: 40, reading: 40, room: { id: room }, objective: { id: objective } })
  expect((await ana.call('PUT', `/care/${row?.id}`, { minutes: 60 })).status).toBe(404)
  await kit.call('PUT', `/care/${row?.id}`, { minutes: 6 })
  expect((await ana.call('PUT', '/return/price', { centsAnHour: 5000, currency: 'EUR' })).status).toBe(403)
  await kit.call('PUT', '/return/price', { centsAnHour: 5000, currency: 'EUR' })
  const [line] = (await returned('room')).items
  expect(line).toMatchObject({ seconds: 360, costCents: 500 })
  expect(line?.returnCents?.shared).toBe((line?.sharedCents ?? 0) - 500)
  await kit.call('DELETE', `/care/${row?.id}`)
  expect((await returned('room')).items[0]).toMatchObject({ seconds: 40 })
})

test('every table is a file, in which nothing that somebody wrote is a formula', async () => {
  await kit.call('POST', '/outcomes', { what: '=HYPERLINK("http://evil.example")', objective, source: 'hand' })
  const file = async (path: string) => (await kit.call('GET', path)).body as unknown as string
  expect(await file('/outcomes.csv')).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
  expect(await file('/return.csv?by=objective')).toContain('Forty cakes,EUR,')
  expect(await file('/care.csv')).toContain('2026-06-02,Kit,Ada,The square,Forty cakes,')
  expect((await kit.call('GET', '/return.csv?by=followers')).status).toBe(422)
})
