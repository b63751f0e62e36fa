import { beforeAll, expect, test } from 'vitest'
import { acme, ada, at, bo, noon, said } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { heldClock, squareRoom } from '../../test/house.ts'
import { sql } from '../db/db.ts'
import type { Status, ToldOrder } from '../domain/order/order.ts'
import { newId } from '../lib/ids.ts'
import { sealWith } from '../lib/seal.ts'
import { takeOrder } from './take-order.ts'

const { db } = await freshDatabase()
const objective = newId()
let workspace: string

/** Ada was answered before she ordered; Bo never was. */
beforeAll(async () => {
  const founded = await freshWorkspace(db)
  workspace = founded.workspace
  const { say } = await squareRoom(
    { house: { db, clock: heldClock(noon), seal: sealWith('test') } as never },
    workspace,
  )
  const mailed = { ...ada, id: 'ada@ada.example', handle: 'ada@ada.example' }
  await say(
    said('a', mailed, 'Do you bake almond cake?'),
    said('us', acme, 'We do', { inReplyTo: 'a', at: at(1) }),
    said('b', { ...bo, id: 'bo@bo.example', handle: 'bo@bo.example' }, 'hello'),
  )
  await db.in(workspace, (tx) =>
    tx.run(sql`
      insert into objective (id, workspace_id, result, kind, measure, baseline, target, due, owner_id, created_at)
      values (${objective}, ${workspace}, 'Forty cakes', 'sales', 'orders', 0, 40, '2027-01-01', ${founded.kit}, ${noon})`),
  )
})

const order = (number: string, mail: string, status: Status = 'placed', cents = 2450): ToldOrder => ({
  ...{ number, placedAt: at(60), what: 'An almond cake', value: { cents, currency: 'EUR' }, status, statusAt: null },
  buyer: { name: null, mail, account: null },
})
const take = (told: ToldOrder) =>
  db.in(workspace, (tx) => takeOrder(tx, told, { source: 'webhook', by: null, at: at(61), newId }))
const sums = () =>
  db.in(workspace, (tx) =>
    tx.rows(
      sql`select sum(outcomes)::integer as outcomes, sum(shared_cents)::integer as shared_cents from return_change having sum(shared_cents) <> 0`,
    ),
  )

test('an order after a word of ours is an outcome, once, and one without is none', async () => {
  await take(order('A-1001', 'ada@ada.example'))
  await take(order('A-1001', 'ada@ada.example', 'delivered'))
  await take(order('B-1001', 'bo@bo.example'))
  expect(
    await db.in(workspace, (tx) => tx.rows(sql`select what, evidence, source, objective_id from outcome`)),
  ).toEqual([{ what: 'An almond cake', evidence: 'A-1001', source: 'order', objectiveId: objective }])
  expect(await sums()).toEqual([{ outcomes: 1, sharedCents: 2450 }])
})

test('what it is worth follows the order, and returned it is withdrawn', async () => {
  await take(order('A-1001', 'ada@ada.example', 'delivered', 1000))
  expect(await sums()).toEqual([{ outcomes: 1, sharedCents: 1000 }])
  await take(order('A-1001', 'ada@ada.example', 'returned', 1000))
  expect(await sums()).toEqual([])
})
