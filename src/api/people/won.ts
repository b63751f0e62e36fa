/** People won and lost, over HTTP: by month and cause, who they are, what came of them, and a file. */
import { z } from '@hono/zod-openapi'
import type { Tx } from '../../db/db.ts'
import { afterwards, behindRate, firstMonth, type Rate, rates } from '../../domain/wooing/won.read.ts'
import { csvOf } from '../csv.ts'
import { actorOfRequest, letIn } from '../door/actor.ts'
import { type Api, route } from '../door/route.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.won.ts'
import { Cause } from './shapes.wooing.ts'

const MOST_BEHIND = 200

const Behind = z.object({
  fate: z.enum(shapes.Fates),
  month: z
    .string()
    .regex(/^\d{4}-(0\d|1[0-2])$/)
    .optional(),
  cause: Cause.optional(),
})

export function wonAndLost(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/won-and-lost', {
      says: 'Of those who lost patience with us in twelve months: who came back, who was lost, and what came of who came back',
      status: 200,
      answer: shapes.WonAndLost,
    }),
    async (c) => c.json(await house.db.look(actorOfRequest(c).workspace, (tx) => found(tx, house.clock.now())), 200),
  )

  api.openapi(
    route(house, 'get', '/won-and-lost/people', {
      says: 'The people behind one of those numbers, the newest two hundred',
      status: 200,
      answer: z.object({ items: z.array(shapes.WonPerson) }),
      query: Behind,
    }),
    async (c) => {
      const { fate, month = null, cause = null } = c.req.valid('query')
      const rows = await house.db.look(actorOfRequest(c).workspace, (tx) =>
        behindRate(tx, { fate, month, cause }, house.clock.now(), MOST_BEHIND),
      )
      const items = rows.map((it) => ({
        ...it,
        spottedAt: it.spottedAt.toISOString(),
        until: it.until?.toISOString() ?? null,
      }))
      return c.json({ items }, 200)
    },
  )

  api.get('/won-and-lost.csv', letIn(house, 'GET /api/v1/won-and-lost.csv'), async (c) => {
    const rows = await house.db.look(actorOfRequest(c).workspace, (tx) => rates(tx, house.clock.now()))
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="won-and-lost.csv"')
    const lines = rows.map(({ month, cause, wonBack, lost, onTheWay }) => [month, cause, wonBack, lost, onTheWay])
    return c.body(csvOf(['month spotted', 'cause', 'won back', 'lost', 'on the way'], lines))
  })
}

async function found(tx: Tx, now: Date): Promise<shapes.WonAndLost> {
  const [all, after] = await Promise.all([rates(tx, now), afterwards(tx, now)])
  const sum = (of: 'wonBack' | 'lost' | 'onTheWay') => all.reduce((total: number, it: Rate) => total + it[of], 0)
  return {
    ...{ from: firstMonth(now).toISOString().slice(0, 7), to: now.toISOString().slice(0, 7) },
    all: { wonBack: sum('wonBack'), lost: sum('lost'), onTheWay: sum('onTheWay') },
    ...{ rates: all, after },
  }
}
