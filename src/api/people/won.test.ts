import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ada, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { type Caller, founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import type { Cause } from '../../domain/wooing/spotted.ts'
import { begin } from '../../domain/wooing/wooing.store.ts'
import { newId } from '../../lib/ids.ts'
import type { WonAndLost, WonPerson } from './shapes.won.ts'

const { db, ownerUrl } = await freshDatabase()
const start = new Date('2025-04-20T08:00:00Z')
const clock = heldClock(start)
const opened = await openHouse(db, clock)
const counter = new pg.Client({ connectionString: ownerUrl })
const countAnew = readFileSync(new URL('../../../test/figures/won-and-lost.sql', import.meta.url), 'utf8')
const HOUR_MS = 3_600_000
let kit: Caller

beforeAll(() => counter.connect())
afterAll(async () => {
  await counter.end()
  await opened.close()
})

const reasons = {
  'let-down': { is: 'let-down', times: 2 },
  sinking: { is: 'sinking', messages: 3, unanswered: 1 },
  waiting: { is: 'waiting', hours: 30, unanswered: 1 },
} as const

/** Sixteen months in which people lose patience, and most are won back, lost or left. */
beforeAll(async () => {
  kit = await founder(opened)
  const { say } = await squareRoom(opened, kit.workspace)
  const one = fc.record({
    cause: fc.constantFrom<Cause>('let-down', 'sinking', 'waiting'),
    after: fc.integer({ min: 1, max: 21 * 24 }),
    fate: fc.constantFrom('won-back', 'won-back', 'lost', 'unneeded', null),
    kind: fc.constantFrom('human', 'human', 'human', 'human', 'bot'),
  })
  const paths = fc.sample(fc.array(one, { minLength: 44, maxLength: 44, size: 'max' }), 1)[0] ?? []
  for (const [n, { cause, after, fate, kind }] of paths.entries()) {
    const who = { ...ada, id: `a${n}`, name: `Ada ${n}`, handle: `a${n}.example` }
    await say(said(`q${n}`, who, 'Where is my cake?', { at: clock.now() }))
    const personId = await named(n)
    const id = newId()
    await db.in(kit.workspace, (tx) =>
      begin(tx, { id, personId, conversationId: null, reason: reasons[cause], at: clock.now() }),
    )
    clock.move(after * HOUR_MS)
    if (fate) await kit.call('PUT', `/wooings/${id}/step`, { step: fate })
    clock.move(1000)
    if (fate === 'won-back' && n % 2) await say(said(`t${n}`, who, 'Thank you.', { at: clock.now() }))
    if (kind === 'bot') await kit.call('PUT', `/people/${personId}/kind`, { kind })
  }
}, 60_000)

const named = async (n: number) => (await kit.call('GET', `/people?q=@a${n}.example`)).body.items?.[0]?.id as string
const page = async () => (await kit.call('GET', '/won-and-lost')).body as unknown as WonAndLost
const behind = async (query: string) =>
  (await kit.call('GET', `/won-and-lost/people?${query}`)).body.items as unknown as WonPerson[]

test('each month and cause is what plain SQL counts', async () => {
  const found = await page()
  const { rows } = await counter.query(countAnew, [kit.workspace, clock.now()])
  expect(found.rates).toEqual(rows)
  expect(found.rates.length).toBeGreaterThan(5)
  const months = new Set(found.rates.map(({ month }) => month))
  expect([...months].every((month) => month >= found.from && month <= found.to)).toBe(true)
})

test('each number opens as many people as it says', async () => {
  const { rates, all } = await page()
  for (const { month, cause, ...numbers } of rates)
    for (const [fate, n] of [
      ['won-back', numbers.wonBack],
      ['lost', numbers.lost],
      ['on-the-way', numbers.onTheWay],
    ] as const) {
      const people = await behind(`fate=${fate}&month=${month}&cause=${cause}`)
      expect([month, cause, fate, people.length]).toEqual([month, cause, fate, n])
      expect(people.every(({ until }) => (until === null) === (fate === 'on-the-way'))).toBe(true)
    }
  expect(
    [await behind('fate=won-back'), await behind('fate=lost'), await behind('fate=on-the-way')].map(
      ({ length }) => length,
    ),
  ).toEqual([all.wonBack, all.lost, all.onTheWay])
})

test('of who was won back it is told after how many days, who spoke again, and what came of it', async () => {
  const { after, all } = await page()
  const won = await behind('fate=won-back')
  const days = won
    .map(({ spottedAt, until }) => (Date.parse(until ?? '') - Date.parse(spottedAt)) / 86_400_000)
    .sort((a, b) => a - b)
  const middle = (days.length - 1) / 2
  expect(after.days?.median).toBeCloseTo(((days[Math.floor(middle)] ?? 0) + (days[Math.ceil(middle)] ?? 0)) / 2, 6)
  expect(after).toMatchObject({ people: all.wonBack, outcomes: 0, values: [] })
  expect(after.spokeAgain).toBe(won.filter(({ person }) => Number(/\d+/.exec(person.name)?.[0]) % 2).length)

  const wanted = { result: 'Sell cakes', kind: 'sales', measure: 'orders', baseline: 0, target: 9, due: '2027-01-01' }
  const objective = (await kit.call('POST', '/objectives', wanted)).body.id
  const [first] = won
  const order = {
    objective,
    person: first?.person.id,
    what: 'A cake',
    valueCents: 1800,
    currency: 'EUR',
    source: 'api',
  }
  await kit.call('POST', '/outcomes', { ...order, at: clock.now().toISOString() })
  await kit.call('POST', '/outcomes', { ...order, at: new Date(Date.parse(first?.spottedAt ?? '') - 1).toISOString() })
  expect((await page()).after).toMatchObject({ outcomes: 1, values: [{ currency: 'EUR', cents: 1800 }] })
})

test('it is a file', async () => {
  const file = (await kit.call('GET', '/won-and-lost.csv')).body as unknown as string
  const [first] = (await page()).rates
  expect(file).toContain(`${first?.month},${first?.cause},${first?.wonBack},${first?.lost},${first?.onTheWay}`)
})
