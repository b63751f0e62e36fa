/** The return over HTTP: what talking was worth and cost, by objective, room, question and month; and what an hour costs. */
import { z } from '@hono/zod-openapi'
import type { Tx } from '../../db/db.ts'
import { record } from '../../domain/happening/happening.store.ts'
import { type Grouping, priceOf, savePrice, sums, total } from '../../domain/return/return.read.ts'
import { type Return, returns } from '../../domain/return/return.ts'
import { csvOf, money } from '../csv.ts'
import { actorOfRequest, letIn } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.returns.ts'

/** Of questions there are more than anybody reads: these are worth or cost most. */
const MOST_LINES = 200

const month = z
  .string()
  .regex(/^\d{4}-(0\d|1[0-2])$/)
  .optional()
const Query = z.object({
  by: z.enum(shapes.Groupings).default('objective'),
  objective: z.uuid().optional(),
  room: z.uuid().optional(),
  question: z.uuid().optional(),
  from: month,
  to: month,
})

export function returning(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/return', {
      says: 'Value of outcomes less cost of care: credited to the first touch, the last, and in equal shares',
      status: 200,
      answer: shapes.Return,
      query: Query,
    }),
    async (c) => c.json(await house.db.look(actorOfRequest(c).workspace, (tx) => found(tx, c.req.valid('query'))), 200),
  )

  api.get('/return.csv', letIn(house, 'GET /api/v1/return.csv'), async (c) => {
    const asked = Query.safeParse(c.req.query())
    if (!asked.success) throw new Refusal(422, 'This could not be read.', String(asked.error.issues[0]?.path[0] ?? ''))
    const { by, items } = await house.db.look(actorOfRequest(c).workspace, (tx) => found(tx, asked.data))
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', `attachment; filename="return-by-${by}.csv"`)
    return c.body(csvOf(header(by), items.map(line)))
  })

  api.openapi(
    route(house, 'put', '/return/price', {
      says: 'Says what an hour of care costs',
      status: 200,
      answer: Done,
      body: shapes.Price.nullable(),
    }),
    async (c) => {
      const price = c.req.valid('json')
      await write(c, house, async (tx, { teammate }, at) => {
        if (teammate.role !== 'owner') throw new Refusal(403, 'Only the owner says what an hour costs.')
        await savePrice(tx, price, { by: teammate.id, at })
        await record(tx, [{ kind: 'care', by: teammate.id, at, detail: { is: 'priced' } }])
      })
      return c.json({ ok: true } as const, 200)
    },
  )
}

async function found(tx: Tx, { by, ...asked }: z.infer<typeof Query>) {
  const { objective = null, room = null, question = null, from = null, to = null } = asked
  const of = { objective, room, question, from, to }
  const [price, items, all] = await Promise.all([priceOf(tx), sums(tx, by, of, MOST_LINES), total(tx, of)])
  return { by, price, items: returns(items, price), total: returns(all, price) }
}

const header = (by: Grouping) => [
  by,
  'currency',
  'outcomes',
  'value by first touch',
  'value by last touch',
  'value in equal shares',
  'minutes',
  'cost',
  'return by first touch',
  'return by last touch',
  'return in equal shares',
]
const line = (it: Return) => [
  it.name ?? it.key,
  it.currency,
  it.outcomes,
  money(it.firstCents),
  money(it.lastCents),
  money(it.sharedCents),
  Math.round(it.seconds / 6) / 10,
  money(it.costCents),
  money(it.returnCents?.first ?? null),
  money(it.returnCents?.last ?? null),
  money(it.returnCents?.shared ?? null),
]
