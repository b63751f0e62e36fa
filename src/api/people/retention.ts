/** Retention over HTTP: how long what is kept. */
import { z } from '@hono/zod-openapi'
import type { Tx } from '../../db/db.ts'
import { retained, rulesOf, setRule } from '../../domain/forgetting/retention.store.ts'
import { record } from '../../domain/happening/happening.store.ts'
import { actorOfRequest } from '../door/actor.ts'
import { type Api, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import { NewRetention, Retention } from './shapes.forgetting.ts'

export function retention(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/retention', { says: 'How long what is kept, in days', status: 200, answer: Retention }),
    async (c) => c.json(await house.db.look(actorOfRequest(c).workspace, rules), 200),
  )

  api.openapi(
    route(house, 'put', '/retention/{what}', {
      says: 'Says how long something is kept; what is older is erased within the hour',
      status: 200,
      answer: Retention,
      body: NewRetention,
      params: z.object({ what: z.enum(retained) }),
    }),
    async (c) => {
      const { what } = c.req.valid('param')
      const { days } = c.req.valid('json')
      const now = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        await setRule(tx, what, days)
        await record(tx, [{ kind: 'retention', at, by, detail: { is: 'changed', what, days } }])
        return rules(tx)
      })
      return c.json(now, 200)
    },
  )
}

async function rules(tx: Tx): Promise<Retention> {
  const known = await rulesOf(tx)
  return { items: retained.map((what) => ({ what, days: known[what] ?? null })) }
}
