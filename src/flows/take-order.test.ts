import { beforeEach, expect, test } from 'vitest'
import { acme, ada, at, bo, noon, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { type Caller, colleague, founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import type { ClockStanding, DueStep, PersonOrder, WaitingOrder } from '../api/people/shapes.orders.ts'
import { sql } from '../db/db.ts'
import { ordersAfterConversations } from '../domain/order/followed.read.ts'
import { newId } from '../lib/ids.ts'
import { spot } from './woo.ts'

const { db } = await freshDatabase()
const DAY = 24 * 60
let clock: ReturnType<typeof heldClock>
let opened: Awaited<ReturnType<typeof openHouse>>
let kit: Caller
let say: Awaited<ReturnType<typeof squareRoom>>['say']

beforeEach(async () => {
  clock = heldClock(noon)
  opened = await openHouse(db, clock)
  kit = await founder(opened)
  say = (await squareRoom(opened, kit.workspace)).say
  return opened.close
})

type Took = { is: string; id: string; person: string | null }
const bought = {
  number: 'A-1001',
  placedAt: noon.toISOString(),
  what: 'An almond cake',
  value: '24.50',
  currency: 'EUR',
}
const order = async (buyer: object, more: object = {}) =>
  (await kit.call('POST', '/orders', { ...bought, buyer, ...more })).body as unknown as Took
const items = async <T>(path: string) => (await kit.call('GET', path)).body.items as unknown as T[]
const waiting = () => items<WaitingOrder>('/orders/waiting')
const due = () => items<DueStep>('/steps')
const personCalled = async (q: string) => (await kit.call('GET', `/people?q=${q}`)).body.items?.[0]?.id as string
const clockOf = async (person: string): Promise<ClockStanding | undefined> =>
  (await items<PersonOrder>(`/people/${person}/orders`))[0]?.clock
const adaByMail = { ...ada, id: 'ada@ada.example', handle: 'ada@ada.example' }
const onDay = (n: number) => clock.move(n * DAY * 60_000 - (clock.now().getTime() - noon.getTime()))

test('an order finds its buyer by mail, by a name on a channel, or waits and invents nobody', async () => {
  await say(said('m', adaByMail, 'hello', { at: at(-9) }), said('b', bo, 'hello', { at: at(-9) }))
  expect(await order({ mail: 'Ada@Ada.example' })).toMatchObject({ is: 'new', person: await personCalled('ada') })
  const bos = { channel: 'square', handle: '@bo.example' }
  expect(await order(bos, { number: 'A-2' })).toMatchObject({ person: await personCalled('bo') })
  expect(await order({ name: 'Cy', mail: 'cy@cy.example' }, { number: 'A-3' })).toMatchObject({
    is: 'new',
    person: null,
  })
  expect(await waiting()).toMatchObject([
    { number: 'A-3', valueCents: 2450, buyer: { name: 'Cy', mail: 'cy@cy.example' } },
  ])
  expect(await personCalled('cy')).toBeUndefined()
})

test('what waits is taken by whoever shows up with that mail, that name, or that number', async () => {
  await order({ mail: 'ada@ada.example' })
  await order({ channel: 'square', handle: 'bo.example' }, { number: 'A-2002' })
  await order({}, { number: 'A-3003' })
  await order({}, { number: 'A-4004' })
  await say(said('m', adaByMail, 'hello'), said('b', bo, 'Where is a-3003?'))
  expect((await waiting()).map(({ number }) => number)).toEqual(['A-4004'])
  const bos = await items<PersonOrder>(`/people/${await personCalled('bo')}/orders`)
  expect(bos.map(({ number, matchedBy }) => [number, matchedBy]).sort()).toEqual([
    ['A-2002', 'name'],
    ['A-3003', 'number'],
  ])
})

test('our own word, a bot, or a mailbox of several takes nothing', async () => {
  const shared = ['one', 'two'].map((id) => said(id, { ...ada, id, handle: 'shop@shared.example' }, 'hello'))
  await say(...shared)
  await order({ mail: 'shop@shared.example' })
  await order({}, { number: 'A-5005' })
  await say(said('us', acme, 'A-5005 is on its way'))
  expect(await waiting()).toHaveLength(2)
})

test('told again it is the same order, and what became of it is kept', async () => {
  await say(said('m', adaByMail, 'hello'))
  const first = await order({ mail: 'ada@ada.example' })
  expect(await order({ mail: 'ada@ada.example' })).toEqual({ ...first, is: 'known' })
  expect(await order({}, { number: '#A-1001', status: 'delivered' })).toEqual({ ...first, is: 'changed' })
  expect(await order({}, { number: '#A-1001' })).toEqual({ ...first, is: 'known' })
})

test('by hand it goes to a person and back, and each can be undone', async () => {
  await say(said('b', bo, 'hello'))
  const { id } = await order({ name: 'Bo' })
  const person = await personCalled('bo')
  expect((await kit.call('PUT', `/orders/${id}/buyer`, { person })).body).toEqual({ had: null })
  expect(await waiting()).toEqual([])
  expect((await kit.call('DELETE', `/orders/${id}/buyer`)).body).toEqual({ had: person })
  expect(await waiting()).toHaveLength(1)
})

test('two who tell of one order at once make one', async () => {
  const took = await Promise.all([1, 2, 3, 4].map(() => order({})))
  expect(took.filter(({ is }) => is === 'new')).toHaveLength(1)
  expect(new Set(took.map(({ id }) => id)).size).toBe(1)
})

test('what can not be right is refused in words', async () => {
  const cases: [object, RegExp][] = [
    [{ number: ' ' }, /What is its number/],
    [{ value: '1,024.50' }, /24\.50/],
    [{ currency: null }, /which currency/],
    [{ buyer: { handle: 'ada' } }, /goes with its channel/],
    [{ placedAt: 'yesterday' }, /placedAt/],
  ]
  for (const [wrong, why] of cases) {
    const { status, body } = await kit.call('POST', '/orders', { ...bought, buyer: {}, ...wrong })
    expect([status, body.detail]).toEqual([422, expect.stringMatching(why)])
  }
})

test('its steps fall due one after the other, each done, later or not for this one, and taken back', async () => {
  await say(
    said('m', adaByMail, 'Hallo, gibt es heute Mandelkuchen?', { at: at(-DAY) }),
    said('us', acme, 'Ja!', { at: at(-9), inReplyTo: 'm' }),
  )
  const { id } = await order({ mail: 'ada@ada.example' })
  expect(await due()).toEqual([])
  onDay(1)
  expect((await kit.call('GET', '/counts')).body).toMatchObject({ clocks: true })
  expect(await due()).toMatchObject([
    { order: id, step: 'thank', on: '2026-06-02', draft: expect.stringMatching(/^Danke, Ada,/) },
  ])
  const thank = `/orders/${id}/steps/thank`
  await kit.call('PUT', thank, { said: 'later', untilDay: '2026-06-04' })
  expect(await due()).toEqual([])
  await kit.call('DELETE', thank)
  expect(await due()).toHaveLength(1)
  await kit.call('PUT', thank, { said: 'done' })
  expect(await due()).toEqual([])
  onDay(7)
  expect(await due()).toMatchObject([{ step: 'ask', on: '2026-06-08' }])
})

test('a word meanwhile moves the step; while they wait or are wooed, it stands back; a complaint ends the thanks', async () => {
  await order({ mail: 'ada@ada.example' })
  await say(said('m', adaByMail, 'The cake came broken, this is a disgrace!', { at: at(30) }))
  const person = await personCalled('ada')
  onDay(1)
  expect(await clockOf(person)).toMatchObject({ is: 'to-come', step: 'ask', on: '2026-06-08' })
  onDay(7)
  expect(await clockOf(person)).toMatchObject({ is: 'held', step: 'ask', why: 'waits' })
  await db.in(kit.workspace, (tx) => spot(tx, clock.now(), newId))
  expect(await clockOf(person)).toMatchObject({ is: 'held', why: 'wooing' })
  expect(await due()).toEqual([])
  await say(said('us', acme, 'We send a new one today', { at: clock.now(), inReplyTo: 'm' }))
  const wooing = (await items<{ id: string }>('/wooings'))[0]?.id
  await kit.call('PUT', `/wooings/${wooing}/step`, { step: 'won-back' })
  await say(said('m2', adaByMail, 'Thank you, it is lovely', { at: clock.now(), inReplyTo: 'us' }))
  await db.in(kit.workspace, (tx) => tx.run(sql`update conversation set state = 'done', waiting_since = null`))
  expect(await clockOf(person)).toMatchObject({ is: 'to-come', step: 'ask', on: '2026-06-14' })
  onDay(13)
  expect(await due()).toMatchObject([{ step: 'ask', on: '2026-06-14' }])
})

test('returned ends it', async () => {
  await say(said('m', adaByMail, 'hello', { at: at(-9) }), said('us', acme, 'hi', { at: at(-8), inReplyTo: 'm' }))
  await order({ mail: 'ada@ada.example' })
  onDay(1)
  expect(await due()).toHaveLength(1)
  await order({}, { status: 'returned' })
  expect(await due()).toEqual([])
  expect(await clockOf(await personCalled('ada'))).toEqual({ is: 'ended' })
})

test('of several orders of one human the newest runs, and whoever holds them sees it alone', async () => {
  await say(said('m', adaByMail, 'hello', { at: at(-9) }), said('us', acme, 'hi', { at: at(-8), inReplyTo: 'm' }))
  await order({ mail: 'ada@ada.example' })
  await order({ mail: 'ada@ada.example' }, { number: 'A-2', placedAt: at(60).toISOString() })
  onDay(1)
  expect(await due()).toMatchObject([{ number: 'A-2' }])
  const ana = await colleague(opened, kit.workspace, 'teammate')
  await ana.call('PUT', `/people/${await personCalled('ada')}/tie`, { closeness: 'friend', everyDays: 14 })
  expect(await due()).toEqual([])
  expect((await ana.call('GET', '/steps')).body.items).toHaveLength(1)
})

test('the owner sets the days, each later than the one before', async () => {
  expect((await kit.call('GET', '/steps/days')).body).toEqual({ thank: 1, ask: 7, listen: 30 })
  expect((await kit.call('PUT', '/steps/days', { thank: 5, ask: 5, listen: 30 })).status).toBe(422)
  expect((await kit.call('PUT', '/steps/days', { thank: null, ask: 3, listen: null })).status).toBe(200)
  await say(said('m', adaByMail, 'hello', { at: at(-9) }), said('us', acme, 'hi', { at: at(-8), inReplyTo: 'm' }))
  await order({ mail: 'ada@ada.example' })
  onDay(3)
  expect(await due()).toMatchObject([{ step: 'ask' }])
})

test('an order that follows a conversation in which we spoke is told apart from one that does not', async () => {
  await say(said('m', adaByMail, 'hello', { at: at(-60) }), said('us', acme, 'hi', { at: at(-30), inReplyTo: 'm' }))
  await say(said('b', bo, 'hello', { at: at(-60) }))
  const { id } = await order({ mail: 'ada@ada.example' })
  await order({ channel: 'square', handle: 'bo' }, { number: 'A-2' })
  await order({ mail: 'ada@ada.example' }, { number: 'A-3', placedAt: at(-45).toISOString() })
  const found = await db.in(kit.workspace, (tx) => ordersAfterConversations(tx, { from: at(-DAY), to: at(DAY) }))
  expect(found).toMatchObject([{ orderId: id, valueCents: 2450, currency: 'EUR' }])
})

test('who is forgotten takes their orders along, and no file brings them back', async () => {
  await say(said('m', adaByMail, 'hello'))
  await order({ mail: 'ada@ada.example' })
  const person = await personCalled('ada')
  expect(JSON.stringify((await kit.call('GET', `/people/${person}/everything`)).body)).toContain('An almond cake')
  await kit.call('DELETE', `/people/${person}`)
  expect(await order({ mail: 'ada@ada.example' })).toEqual({ is: 'forgotten', id: null, person: null })
  expect(await waiting()).toEqual([])
})
