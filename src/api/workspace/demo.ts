/** The pretend town: one click to have it, one click to be rid of it. */
import { buildTown, removeTown } from '../../flows/demo.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, Done, route } from '../door/route.ts'
import type { House } from '../house.ts'

export function demo(api: Api, house: House): void {
  api.openapi(
    route(house, 'post', '/demo', { says: 'Fills the workspace with a pretend town', status: 201, answer: Done }),
    async (c) => {
      const actor = actorOfRequest(c)
      const built = await buildTown(
        house.db,
        { workspace: actor.workspace, teammate: actor.teammate.id, at: house.clock.now() },
        house.newId,
      )
      if (built.is === 'refused') throw new Refusal(409, built.why)
      return c.json({ ok: true as const }, 201)
    },
  )

  api.openapi(
    route(house, 'delete', '/demo', { says: 'Removes the pretend town, and nothing else', status: 200, answer: Done }),
    async (c) => {
      const actor = actorOfRequest(c)
      await removeTown(house.db, actor.workspace, { by: actor.teammate.id, at: house.clock.now() })
      return c.json({ ok: true as const }, 200)
    },
  )
}
