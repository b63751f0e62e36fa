/** The ladder over HTTP: where somebody stands, what speaks for anger with a reason and what for trouble, and each rung. */
import { z } from '@hono/zod-openapi'
import { tellApart } from '../../domain/ladder/apart.ts'
import * as store from '../../domain/ladder/ladder.store.ts'
import { proposedRung, standsOn, usualDays } from '../../domain/ladder/ladder.ts'
import { dayOf } from '../../domain/moment/moment.ts'
import { mustBeOneHuman } from '../../domain/person/joining.store.ts'
import { liftRung, setRung } from '../../flows/climb.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import { writeById } from '../door/write-by-id.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.ladder.ts'

export function ladder(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/people/{id}/ladder', {
      says: 'On which rung somebody stands, and whether they are angry with a reason or make trouble',
      status: 200,
      answer: shapes.Ladder,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const now = house.clock.now()
      const found = await house.db.look(actorOfRequest(c).workspace, async (tx) => {
        const people = await mustBeOneHuman(tx, id)
        const [stood, conduct] = await Promise.all([store.rungsOf(tx, people), store.conductOf(tx, people, now)])
        const standing = standsOn(stood, dayOf(now))
        return {
          standing: standing && show(standing),
          stood: stood.map(show),
          proposed: proposedRung(stood),
          usualDays,
          conduct,
          apart: tellApart(conduct),
        }
      })
      return c.json(found, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/ladder', {
      says: 'Who stands on a rung today, and until when',
      status: 200,
      answer: shapes.OnTheLadder,
    }),
    async (c) => {
      const items = await house.db.look(actorOfRequest(c).workspace, (tx) =>
        store.onTheLadder(tx, dayOf(house.clock.now())),
      )
      return c.json({ items: items.map(show) }, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/people/{id}/ladder', {
      says: 'Sets somebody on a rung, with a reason and an end',
      status: 201,
      answer: z.object({ id: z.uuid() }),
      body: shapes.NewRung,
      params: byId,
    }),
    async (c) => {
      const { id: person } = c.req.valid('param')
      const { until: untilDay, ...asked } = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        const set = await setRung(tx, { ...asked, untilDay, person, by, at }, house.newId)
        if (set.is === 'wrong') throw new Refusal(422, set.why, set.field)
        return { id: set.id }
      })
      return c.json(done, 201)
    },
  )

  const missing = 'There is no rung here by that id.'
  const lifted = { says: 'Lifts somebody from a rung before its end', missing }
  const setAgain = { says: 'Sets somebody on a rung again that was lifted', missing }
  writeById(api, house, 'put', '/rungs/{id}/lifting', lifted, (tx, id, done) => liftRung(tx, id, true, done))
  writeById(api, house, 'delete', '/rungs/{id}/lifting', setAgain, (tx, id, done) => liftRung(tx, id, false, done))
}

const show = <R extends store.RungRow>({ at, liftedAt, ...rung }: R) => ({
  ...rung,
  at: at.toISOString(),
  liftedAt: liftedAt?.toISOString() ?? null,
})
