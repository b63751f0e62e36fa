/** Duty over HTTP: whose turn it is on which day of the week. */
import { z } from '@hono/zod-openapi'
import { setTurn, turns } from '../../domain/duty/duty.store.ts'
import { record } from '../../domain/happening/happening.store.ts'
import { teammates } from '../../domain/teammate/teammate.store.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.duty.ts'

const byWeekday = z.object({ weekday: z.coerce.number().int().min(1).max(7) })

export function duty(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/duty', {
      says: 'Whose turn it is on which day of the week',
      status: 200,
      answer: shapes.Duty,
    }),
    async (c) => c.json({ items: await house.db.look(actorOfRequest(c).workspace, turns) }, 200),
  )

  api.openapi(
    route(house, 'put', '/duty/{weekday}', {
      says: 'Says whose turn it is on a day of the week, or nobody’s',
      status: 200,
      answer: shapes.Duty,
      body: shapes.NewTurn,
      params: byWeekday,
    }),
    async (c) => {
      const { weekday } = c.req.valid('param')
      const { teammate } = c.req.valid('json')
      const items = await write(c, house, async (tx, actor, at) => {
        if (teammate !== null && !(await teammates(tx)).some(({ id, role }) => id === teammate && role !== 'guest'))
          throw new Refusal(422, 'That is no colleague who can have the duty.', 'teammate')
        await setTurn(tx, weekday, teammate)
        await record(tx, [{ kind: 'team', at, by: actor.teammate.id, detail: { is: 'duty', weekday, of: teammate } }])
        return turns(tx)
      })
      return c.json({ items }, 200)
    },
  )
}
