/** How far a message of ours went, over HTTP. */
import * as read from '../../domain/ripple/ripple.read.ts'
import { inOrder, reachOf } from '../../domain/ripple/ripple.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, route } from '../door/route.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.ripple.ts'

export function ripples(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/messages/{id}/ripple', {
      says: 'Who answered a message of ours or passed it on, step by step, as far as the rooms tell',
      status: 200,
      answer: shapes.Ripple,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const [ours, steps] = await house.db.look(actorOfRequest(c).workspace, (tx) =>
        Promise.all([read.ours(tx, id), read.steps(tx, id)]),
      )
      if (ours === null) throw new Refusal(404, 'There is no message of ours here by that id.')
      const channel = house.channels.get(ours.room.channel)
      const known = steps.map((it) => ({ ...it, person: it.person?.id ?? null, room: it.room.id }))
      return c.json(
        {
          ours: { ...ours, at: ours.at.toISOString() },
          reach: reachOf(ours.at, known),
          steps: inOrder(steps).map((it) => ({ ...it, at: it.at.toISOString() })),
          cut: steps.length >= read.most,
          channel: {
            title: channel?.title ?? ours.room.channel,
            reposts: channel?.can.includes('ripple') ?? false,
          },
        },
        200,
      )
    },
  )
}
