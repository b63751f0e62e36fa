/** Ties over HTTP: whom I hold, the circle of the whole desk, and handing over. */
import { z } from '@hono/zod-openapi'
import { circleOf, holders, loyalUnheld } from '../../domain/tie/tie.read.ts'
import { mostHeld, type Tie, touchOf } from '../../domain/tie/tie.ts'
import { handOver, hold, letGo } from '../../flows/hold-ties.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import { writeById } from '../door/write-by-id.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.ties.ts'

const MOST_LOYAL = 20

export function ties(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/circle', {
      says: 'Who holds how many relationships, and those of one teammate',
      status: 200,
      answer: shapes.Circle,
      query: z.object({ teammate: z.uuid().optional() }),
    }),
    async (c) => {
      const { workspace, teammate: me } = actorOfRequest(c)
      const teammate = c.req.valid('query').teammate ?? me.id
      const circle = await house.db.look(workspace, async (tx) => {
        const [all, held, loyal] = await Promise.all([holders(tx), circleOf(tx, teammate), loyalUnheld(tx, MOST_LOYAL)])
        return {
          most: mostHeld,
          holders: all,
          teammate,
          ties: held.map((tie) => showTie(tie, house.clock.now())),
          loyal: loyal.map((it) => ({ ...it, lastContact: it.lastContact.toISOString() })),
        }
      })
      return c.json(circle, 200)
    },
  )

  api.openapi(
    route(house, 'put', '/people/{id}/tie', {
      says: 'Holds a person, or changes how close and how often',
      status: 200,
      answer: Done,
      body: shapes.NewTie,
      params: byId,
    }),
    async (c) => {
      const { id: person } = c.req.valid('param')
      const asked = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        const held = await hold(tx, { ...asked, person, teammate: by, by, at })
        if (held.is === 'full') throw new Refusal(409, full)
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )

  const letsGo = { says: 'Lets a person go', missing: 'You do not hold this person.' }
  writeById(api, house, 'delete', '/people/{id}/tie', letsGo, (tx, person, { by, at }) =>
    letGo(tx, { teammate: by, person, by, at }),
  )

  api.openapi(
    route(house, 'post', '/ties/handovers', {
      says: 'Hands relationships over to a colleague: one’s own, or as an administrator anybody’s',
      status: 201,
      answer: shapes.HandedOver,
      body: shapes.NewHandOver,
    }),
    async (c) => {
      const asked = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate }, at) => {
        if (asked.from !== teammate.id && teammate.role !== 'owner' && teammate.role !== 'admin')
          throw new Refusal(403, 'Only an administrator hands over what somebody else holds.')
        const handed = await handOver(tx, { ...asked, by: teammate.id, at })
        switch (handed.is) {
          case 'handed-over':
            return { people: handed.people }
          case 'no-room':
            throw new Refusal(409, `${full} ${handed.for} too many: hand over fewer, or to somebody else as well.`)
          case 'no-teammate':
            throw new Refusal(422, 'That is no colleague who works here.', 'to')
        }
      })
      return c.json(done, 201)
    },
  )
}

const full = `Nobody holds more than ${mostHeld} relationships. Who goes to a colleague?`

/** How it stands now, as the API says it. */
export function showTie<T extends Tie & { lastContact: Date | null }>(tie: T, now: Date) {
  const { is: touch, dueAt } = touchOf(tie, tie.lastContact, now)
  return {
    ...tie,
    since: tie.since.toISOString(),
    lastContact: tie.lastContact?.toISOString() ?? null,
    touch,
    dueAt: dueAt?.toISOString() ?? null,
  }
}
