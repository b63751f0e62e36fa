/** How long people waited for a word, over HTTP: figures of a span and of the one before, the talks behind them, and a file. */
import { z } from '@hono/zod-openapi'
import type { Tx } from '../../db/db.ts'
import { behind, which } from '../../domain/care/behind.read.ts'
import { barDays, type EndedBy, ended, type Span, type SpanDays, waited } from '../../domain/care/waited.read.ts'
import { csvOf } from '../csv.ts'
import { actorOfRequest, letIn } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, route } from '../door/route.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.waited.ts'

const DAY_MS = 86_400_000
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
  /** The span's end, as the figures gave it; without it: now. */
  to: z.iso.datetime().optional(),
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
      const span = spanOf(to === undefined ? now : new Date(to), days)
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

const spanOf = (to: Date, days: number): Span => ({ from: new Date(to.getTime() - days * DAY_MS), to })

async function all(tx: Tx, days: SpanDays, now: Date): Promise<shapes.Waited> {
  const span = spanOf(now, days)
  const before = spanOf(span.from, days)
  const [all, rooms, intents, bars] = await Promise.all([
    lines(tx, 'all', { span, before, now, days }),
    lines(tx, 'room', { span, before, now, days }),
    lines(tx, 'intent', { span, before, now, days }),
    waited(tx, 'bar', span, now, days),
  ])
  const asked = new Map(bars.map((it) => [Number(it.key), it]))
  const many = days / barDays[days]
  return {
    ...{ days, from: span.from.toISOString(), to: now.toISOString(), rooms, intents },
    all: all[0] ?? { key: 'all', name: null, ...nothing, before: nothing },
    bars: Array.from({ length: many }, (_, at) => {
      const back = many - 1 - at
      const { asked: n = 0, answered = 0, inTime = 0 } = asked.get(back) ?? {}
      return {
        ...{ asked: n, answered, inTime },
        to: new Date(now.getTime() - back * barDays[days] * DAY_MS).toISOString(),
      }
    }),
  }
}

const nothing: shapes.Figures = {
  ...{ asked: 0, answered: 0, due: 0, promised: 0, inTime: 0, median: null, ninety: null, closed: 0, reopened: 0 },
}

type Spans = { span: Span; before: Span; now: Date; days: SpanDays }

/** Whatever was asked or closed in either span has its line. */
async function lines(tx: Tx, by: EndedBy, { span, before, now, days }: Spans): Promise<shapes.WaitedLine[]> {
  const [lately, earlier] = await Promise.all([span, before].map((it) => figures(tx, by, it, now, days)))
  const keys = new Set([...(lately?.keys() ?? []), ...(earlier?.keys() ?? [])])
  return [...keys].map((key) => {
    const { name = null, ...here } = lately?.get(key) ?? {}
    const { name: nameBefore = null, ...there } = earlier?.get(key) ?? {}
    return { ...nothing, ...here, key, name: name ?? nameBefore, before: { ...nothing, ...there } }
  })
}

async function figures(tx: Tx, by: EndedBy, span: Span, now: Date, days: SpanDays) {
  const [asked, ends] = await Promise.all([waited(tx, by, span, now, days), ended(tx, by, span)])
  const byKey = new Map<string, shapes.Figures & { name: string | null }>()
  for (const { key, ...it } of asked) byKey.set(key, { ...nothing, ...it })
  for (const { key, name, ...it } of ends) byKey.set(key, { ...(byKey.get(key) ?? nothing), name, ...it })
  return byKey
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
