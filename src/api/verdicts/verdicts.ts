/** Asking how we did, over HTTP: whether we ask at all, whom, and the link that asks. */
import { record } from '../../domain/happening/happening.store.ts'
import { asksHow, setAsksHow } from '../../domain/verdict/verdict.store.ts'
import { linkToAsk, whyNotAsked } from '../../flows/ask-how.ts'
import { mustSee } from '../conversations/conversations.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.verdicts.ts'

export function verdicts(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/how', {
      says: 'Whether people are asked how we did',
      status: 200,
      answer: shapes.AsksHow,
    }),
    async (c) => c.json({ on: await house.db.look(actorOfRequest(c).workspace, asksHow) }, 200),
  )

  api.openapi(
    route(house, 'put', '/how', {
      says: 'Sets whether people can be asked how we did, each time by choice',
      status: 200,
      answer: shapes.AsksHow,
      body: shapes.AsksHow,
    }),
    async (c) => {
      const { on } = c.req.valid('json')
      await write(c, house, async (tx, { teammate }, at) => {
        await setAsksHow(tx, on)
        await record(tx, [{ kind: 'verdict', at, by: teammate.id, detail: { asks: on } }])
      })
      return c.json({ on }, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/conversations/{id}/how', {
      says: 'Whether whoever spoke last in a conversation can be asked how we did',
      status: 200,
      answer: shapes.Asking,
      params: byId,
    }),
    async (c) => {
      const actor = actorOfRequest(c)
      const { id } = c.req.valid('param')
      const asking = await house.db.look(actor.workspace, async (tx) => {
        await mustSee(tx, actor, id)
        return { on: await asksHow(tx), whyNot: await whyNotAsked(tx, id, house.clock.now()) }
      })
      return c.json(asking, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/conversations/{id}/how', {
      says: 'Makes a link for a reply, by which whoever reads it can say how we did',
      status: 201,
      answer: shapes.AskingLink,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const made = await write(c, house, async (tx, actor, at) => {
        await mustSee(tx, actor, id)
        const made = await linkToAsk(tx, id, { by: actor.teammate.id, at }, house)
        if (made.is === 'refused') throw new Refusal(422, made.why)
        return { link: made.link }
      })
      return c.json(made, 201)
    },
  )
}
