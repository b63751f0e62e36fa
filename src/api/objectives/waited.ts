/** How long people waited for a word, over HTTP: figures of a span and of the one before, the talks behind them, and a file. */
import { z } from '@hono/zod-openapi'
import type { Tx } from '../../db/db.ts'
import { behind, which } from '../../domain/care/behind.read.ts'
import { waited } from '../../domain/care/waited.read.ts'
import { type SpanDays, spanOf } from '../../domain/care/waited.ts'
import { csvOf } from '../csv.ts'
import { actorOfRequest, letIn } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, route } from '../door/route.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.waited.ts'

const MOST_BEHIND = 200

const Query = z.object({
  days: z
    .enum(['7', '30', '90'])
    .default('30')
    .transform((it) => Number(it) as SpanDays),
})
const Behind = Query.extend({
  which: z.enum(which),
  room: z.uuid().optional(),
  intent: z.enum(['question', 'complaint', 'request']).optional(),
  /** The span's last day, as the figures gave it; without it: today. */
  to: z.iso.date().optional(),
})

export function waitedRoutes(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/care/waited', {
      says: 'How long people waited for a word in 7, 30 or 90 days, by room and intent, beside as many days before; bots out',
      status: 200,
      answer: shapes.Waited,
      query: Query,
    }),
    async (c) => {
      const { days } = c.req.valid('query')
      return c.json(await house.db.look(actorOfRequest(c).workspace, (tx) => all(tx, days, house.clock.now())), 200)
    },
  )

  api.openapi(
    route(house, 'get', '/care/waited/behind', {
      says: 'The talks behind one of those figures: the newest two hundred, or who waited longest',
      status: 200,
      answer: shapes.BehindWaited,
      query: Behind,
    }),
    async (c) => {
      const { days, which, room = null, intent = null, to } = c.req.valid('query')
      const now = house.clock.now()
      const span = spanOf(days, to === undefined ? now : new Date(to))
      const { items, all } = await house.db.look(actorOfRequest(c).workspace, (tx) =>
        behind(tx, { which, room, intent, span, now, most: MOST_BEHIND }),
      )
      const shown = items.map((it) => ({
        ...it,
        at: it.at.toISOString(),
        until: it.until?.toISOString() ?? null,
      }))
      return c.json({ items: shown, all }, 200)
    },
  )

  api.get('/care/waited.csv', letIn(house, 'GET /api/v1/care/waited.csv'), async (c) => {
    const asked = Query.safeParse(c.req.query())
    if (!asked.success) throw new Refusal(422, 'A span has 7, 30 or 90 days.', 'days')
    const found = await house.db.look(actorOfRequest(c).workspace, (tx) => all(tx, asked.data.days, house.clock.now()))
    const lines = (['rooms', 'intents'] as const).flatMap((by) => found[by].map((it) => [by, it] as const))
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="waited.csv"')
    return c.body(csvOf(header, [['all', found.all] as const, ...lines].flatMap(fileLines)))
  })
}

async function all(tx: Tx, days: SpanDays, now: Date): Promise<shapes.Waited> {
  const { span, ...found } = await waited(tx, days, now)
  return { days, ...span, ...found }
}

const header = [
  ...['by', 'of', 'days', 'asked', 'answered', 'answered or time over', 'of these by a promise', 'in time'],
  ...['median open hours', 'nine of ten within open hours', 'closed', 'opened again'],
]
const hours = (seconds: number | null) => (seconds === null ? null : Math.round(seconds / 36) / 100)
const fileLines = ([by, { key, name, before, ...lately }]: readonly [string, shapes.WaitedLine]) =>
  [['last', lately] as const, ['before', before] as const].map(([when, it]) => [
    ...[by, name ?? key, when, it.asked, it.answered, it.due, it.promised, it.inTime],
    ...[hours(it.median), hours(it.ninety), it.closed, it.reopened],
  ])
