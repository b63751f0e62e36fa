/** Friends of the house over HTTP: what people did for us, what may be a deed, and the thanks that are due. */
import { z } from '@hono/zod-openapi'
import * as read from '../../domain/deed/deed.read.ts'
import { thanksDue } from '../../domain/deed/deed.ts'
import { takeDeedBack, thank, writeDeed } from '../../flows/befriend.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import { writeById } from '../door/write-by-id.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.friends.ts'

const missing = 'There is no deed here by that id.'

export function friends(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/friends', {
      says: 'Friends of the house by their deeds, to whom thanks are due, and what may be a deed',
      status: 200,
      answer: shapes.Friends,
    }),
    async (c) => {
      const found = await house.db.look(actorOfRequest(c).workspace, async (tx) => {
        const [deeds, proposed] = await Promise.all([read.deeds(tx), read.proposedDeeds(tx, house.clock.now())])
        return {
          proposed: proposed.map((it) => ({ ...it, at: it.at.toISOString() })),
          thanks: thanksDue(deeds).map((it) => ({ ...it, deeds: it.deeds.map(show) })),
          deeds: deeds.map(show),
        }
      })
      return c.json(found, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/people/{id}/deeds', {
      says: 'Says that somebody did something for us, or that what was proposed is no deed',
      status: 201,
      answer: z.object({ id: z.uuid() }),
      body: shapes.NewDeed,
      params: byId,
    }),
    async (c) => {
      const { id: person } = c.req.valid('param')
      const { message: messageId, wooing: wooingId, ...asked } = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        const written = await writeDeed(tx, { ...asked, messageId, wooingId, person, by, at }, house.newId)
        switch (written.is) {
          case 'written':
            return { id: written.id }
          case 'wrong':
            throw new Refusal(422, written.why, written.field)
          case 'not-theirs':
            throw new Refusal(422, 'That was not done by them, or was taken back.', 'message')
          case 'known':
            throw new Refusal(409, 'Somebody has spoken of it already.')
        }
      })
      return c.json(done, 201)
    },
  )

  const takenBack = { says: 'Takes back what was said of a deed', missing }
  writeById(api, house, 'delete', '/deeds/{id}', takenBack, takeDeedBack)

  const thanked = { says: 'Says that a deed was thanked for', missing }
  const dueAgain = { says: 'Says that thanks for a deed are due again', missing }
  writeById(api, house, 'put', '/deeds/{id}/thanks', thanked, (tx, id, done) => thank(tx, id, true, done))
  writeById(api, house, 'delete', '/deeds/{id}/thanks', dueAgain, (tx, id, done) => thank(tx, id, false, done))
}

const show = ({ at, thankedAt, ...deed }: read.DeedRow): shapes.Deed => ({
  ...deed,
  at: at.toISOString(),
  thankedAt: thankedAt?.toISOString() ?? null,
})
