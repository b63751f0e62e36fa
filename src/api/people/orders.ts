/** Orders over HTTP: told by the API, waiting for their buyer, of somebody; and the steps after the sale. */
import { z } from '@hono/zod-openapi'
import { daysOf } from '../../domain/order/clock.store.ts'
import { draftOf } from '../../domain/order/drafts.ts'
import { type OrderRow, waitingOrders } from '../../domain/order/order.read.ts'
import { numberOf, type ToldOrder } from '../../domain/order/order.ts'
import { mustBeOneHuman } from '../../domain/person/joining.store.ts'
import { clocksOf, type Due, dueSteps } from '../../flows/due-steps.ts'
import { sayOfStep, setBuyer, setDays, takeOrder } from '../../flows/take-order.ts'
import { storable } from '../../lib/storable.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.orders.ts'

const MOST_DUE = 50
const missing = 'There is no order of somebody here by that id.'
const byStep = z.object({ id: z.uuid(), step: shapes.Step })

export function orders(api: Api, house: House): void {
  api.openapi(
    route(house, 'post', '/orders', {
      says: 'Tells of an order, or of what became of it; told again it changes nothing',
      status: 201,
      answer: shapes.TookOrder,
      body: shapes.NewOrder,
    }),
    async (c) => {
      const told = toldOf(c.req.valid('json'))
      const took = await write(c, house, (tx, { teammate: { id: by } }, at) =>
        takeOrder(tx, told, { source: 'api', by, at, newId: house.newId }),
      )
      return c.json(took.is === 'forgotten' ? { is: took.is, id: null, person: null } : took, 201)
    },
  )

  api.openapi(
    route(house, 'get', '/orders/waiting', {
      says: 'Orders of which it is not known who bought them, the newest first',
      status: 200,
      answer: z.object({ items: z.array(shapes.WaitingOrder) }),
    }),
    async (c) => {
      const rows = await house.db.look(actorOfRequest(c).workspace, waitingOrders)
      return c.json({ items: rows.map((row) => ({ ...shown(row), buyer: row.buyer })) }, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/people/{id}/orders', {
      says: 'What somebody bought, the newest first, and how the clock after the sale stands',
      status: 200,
      answer: z.object({ items: z.array(shapes.PersonOrder) }),
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const rows = await house.db.look(actorOfRequest(c).workspace, async (tx) =>
        clocksOf(tx, await mustBeOneHuman(tx, id), house.clock.now()),
      )
      return c.json({ items: rows.map((row) => ({ ...shown(row), clock: row.clock })) }, 200)
    },
  )

  api.openapi(
    route(house, 'put', '/orders/{id}/buyer', {
      says: 'Says who bought it',
      status: 200,
      answer: shapes.HadOrder,
      body: shapes.NewBuyer,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { person } = c.req.valid('json')
      const had = await write(c, house, async (tx, { teammate: { id: by } }, at) => ({
        had: await setBuyer(tx, id, person, { by, at }),
      }))
      return c.json(had, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/orders/{id}/buyer', {
      says: 'Says that it is not theirs: it waits for its buyer again',
      status: 200,
      answer: shapes.HadOrder,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const had = await write(c, house, async (tx, { teammate: { id: by } }, at) => ({
        had: await setBuyer(tx, id, null, { by, at }),
      }))
      return c.json(had, 200)
    },
  )

  steps(api, house)
}

function steps(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/steps', {
      says: 'Steps after a sale that are due today, for those whom I hold and those whom nobody holds',
      status: 200,
      answer: z.object({ items: z.array(shapes.DueStep) }),
    }),
    async (c) => {
      const { workspace, teammate } = actorOfRequest(c)
      const due = await house.db.look(workspace, (tx) => dueSteps(tx, teammate.id, house.clock.now(), MOST_DUE))
      return c.json({ items: due.map(stepOf) }, 200)
    },
  )

  api.openapi(
    route(house, 'put', '/orders/{id}/steps/{step}', {
      says: 'Says of a step that it is done, that it is not for this one, or later',
      status: 200,
      answer: Done,
      body: shapes.NewSaid,
      params: byStep,
    }),
    async (c) => {
      const { id, step } = c.req.valid('param')
      const asked = c.req.valid('json')
      const said = { said: asked.said, untilDay: asked.said === 'later' ? asked.untilDay : null }
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        if (!(await sayOfStep(tx, id, { step, said }, { by, at }))) throw new Refusal(404, missing)
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/orders/{id}/steps/{step}', {
      says: 'Takes back what was said of a step',
      status: 200,
      answer: Done,
      params: byStep,
    }),
    async (c) => {
      const { id, step } = c.req.valid('param')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        if (!(await sayOfStep(tx, id, { step, said: null }, { by, at }))) throw new Refusal(404, missing)
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/steps/days', {
      says: 'After how many days each step after a sale is due',
      status: 200,
      answer: shapes.ClockDays,
    }),
    async (c) => c.json(await house.db.look(actorOfRequest(c).workspace, daysOf), 200),
  )

  api.openapi(
    route(house, 'put', '/steps/days', {
      says: 'Sets after how many days each step after a sale is due',
      status: 200,
      answer: shapes.ClockDays,
      body: shapes.ClockDays,
    }),
    async (c) => {
      const days = c.req.valid('json')
      const now = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        await setDays(tx, days, { by, at })
        return days
      })
      return c.json(now, 200)
    },
  )
}

/** As the edge read it, in the rule's words. */
export function toldOf({ value, currency, buyer, statusAt, ...told }: shapes.NewOrder): ToldOrder {
  const { name, mail, channel, handle } = buyer
  return {
    ...told,
    number: storable(numberOf(told.number)),
    what: storable(told.what),
    statusAt: statusAt ?? null,
    value: value == null || currency == null ? null : { cents: Math.round(value * 100), currency },
    buyer: {
      name: name && storable(name),
      mail: mail == null ? null : storable(mail),
      account:
        channel === null || handle === null
          ? null
          : { channel: storable(channel.toLowerCase()), handle: storable(handle.toLowerCase().replace(/^@/, '')) },
    },
  }
}

const shown = ({
  id,
  number,
  placedAt,
  what,
  valueCents,
  currency,
  status,
  statusAt,
  matchedBy,
}: OrderRow): shapes.Order => ({
  ...{ id, number, what, valueCents, currency, status, matchedBy },
  placedAt: placedAt.toISOString(),
  statusAt: statusAt.toISOString(),
})

const stepOf = ({ id, number, what, person, called, clock, language, conversationId }: Due): shapes.DueStep => ({
  ...{ order: id, number, what, person, conversationId },
  step: clock.step,
  on: clock.on,
  draft: draftOf(clock.step, { name: called ?? person.name.split(' ')[0] ?? person.name, language }),
})
