/** What came of a conversation, over HTTP: what closing offers, what was said, and where we ask again. */
import { z } from '@hono/zod-openapi'
import { dayOf } from '../../domain/moment/moment.ts'
import { dueFor, offers } from '../../domain/outcome/outcome.read.ts'
import { served } from '../../domain/outcome/served.read.ts'
import { sayUpshot, takeUpshotBack } from '../../flows/outcomes.ts'
import { mustSee } from '../conversations/conversations.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import { mustBeWritten } from './outcomes.ts'
import * as shapes from './shapes.outcomes.ts'

/** As many as there are keys for: 9 and 0 are "not known yet" and "nothing". */
const MOST_OFFERS = 8
const MOST_DUE = 50

export function upshots(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/conversations/{id}/offers', {
      says: 'What may have come of a conversation: the outcomes of the objective that it serves, then of the others',
      status: 200,
      answer: z.object({ items: z.array(shapes.Offer) }),
      params: byId,
    }),
    async (c) => {
      const actor = actorOfRequest(c)
      const { id } = c.req.valid('param')
      const items = await house.db.look(actor.workspace, async (tx) => {
        await mustSee(tx, actor, id)
        const [talk] = await served(tx, [id])
        return offers(tx, talk?.objectiveId ?? null, MOST_OFFERS)
      })
      return c.json({ items }, 200)
    },
  )

  api.openapi(
    route(house, 'put', '/conversations/{id}/upshot', {
      says: 'Says what came of a conversation: something, nothing, or not known yet',
      status: 200,
      answer: Done,
      body: shapes.NewUpshot,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const asked = c.req.valid('json')
      await write(c, house, async (tx, actor, at) => {
        await mustSee(tx, actor, id)
        const said = await sayUpshot(tx, id, saidOf(asked, at), { by: actor.teammate.id, at }, house.newId)
        if (said.is !== 'said') mustBeWritten(said)
      })
      return c.json({ ok: true } as const, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/conversations/{id}/upshot', {
      says: 'Takes back what was said to have come of a conversation',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await write(c, house, async (tx, actor, at) => {
        await mustSee(tx, actor, id)
        if (!(await takeUpshotBack(tx, id, { by: actor.teammate.id, at })))
          throw new Refusal(404, 'Nobody has said what came of this.')
      })
      return c.json({ ok: true } as const, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/upshots', {
      says: 'Where I said that I did not know yet, and am asked again; the longest due first',
      status: 200,
      answer: z.object({ items: z.array(shapes.DueUpshot) }),
    }),
    async (c) => {
      const { workspace, teammate } = actorOfRequest(c)
      const eyes = { me: teammate.id, today: dayOf(house.clock.now()) }
      return c.json({ items: await house.db.look(workspace, (tx) => dueFor(tx, eyes, MOST_DUE)) }, 200)
    },
  )
}

/** Told without an hour, it came about now. */
function saidOf(asked: z.output<typeof shapes.NewUpshot>, now: Date): Parameters<typeof sayUpshot>[2] {
  if (asked.said !== 'something') return asked
  const { said, at, ...outcome } = asked
  const untold = { code: null, person: null, key: null }
  return { said, outcome: { ...outcome, ...untold, at: at === null ? now : new Date(at) } }
}
