/** Outcomes over HTTP: written down, disputed, withdrawn; and every number's rows, as JSON and as a file. */
import { z } from '@hono/zod-openapi'
import type { Tx } from '../../db/db.ts'
import * as read from '../../domain/outcome/outcome.read.ts'
import * as rules from '../../domain/outcome/outcome.ts'
import { mustBeOneHuman } from '../../domain/person/joining.store.ts'
import { changeOutcome, type Written, writeOutcome } from '../../flows/outcomes.ts'
import { csvOf, money } from '../csv.ts'
import { actorOfRequest, letIn } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, cursorOf, Done, paging, placeOf, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import { Page } from '../shapes.ts'
import * as shapes from './shapes.outcomes.ts'

/** A file has so many rows at most, the newest. */
const MOST_IN_FILE = 50_000

const Query = paging.extend({
  objective: z.uuid().optional(),
  /** `none`: what no word of ours led to. */
  room: z.union([z.literal('none'), z.uuid()]).optional(),
  question: z.union([z.literal('none'), z.uuid()]).optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0\d|1[0-2])$/)
    .optional(),
  person: z.uuid().optional(),
  conversation: z.uuid().optional(),
  /** `stands`: all but the withdrawn. `counts`: what the sums count. `aside`: what they don't. */
  standing: z.enum(read.standings).default('stands'),
})
const Place = z.object({ at: z.string().regex(/^\d{4,6}-\d\d-\d\d[\d :.+-]*$/), id: z.uuid() })

export function outcomes(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/outcomes', {
      says: 'Outcomes, the newest first, each with the words of ours that led there',
      status: 200,
      answer: Page(shapes.Outcome),
      query: Query,
    }),
    async (c) => {
      const asked = c.req.valid('query')
      const found = await house.db.look(actorOfRequest(c).workspace, (tx) => page(tx, asked, asked.limit))
      return c.json({ items: found.rows.map(show), next: found.next && cursorOf(found.next) }, 200)
    },
  )

  api.get('/outcomes.csv', letIn(house, 'GET /api/v1/outcomes.csv'), async (c) => {
    const asked = Query.safeParse(c.req.query())
    if (!asked.success) throw new Refusal(422, 'This could not be read.', String(asked.error.issues[0]?.path[0] ?? ''))
    const { rows } = await house.db.look(actorOfRequest(c).workspace, (tx) => page(tx, asked.data, MOST_IN_FILE))
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="outcomes.csv"')
    return c.body(csvOf(header, rows.map(line)))
  })

  api.openapi(
    route(house, 'post', '/outcomes', {
      says: 'Writes an outcome down; one whose key is known stands as it did',
      status: 201,
      answer: shapes.WrittenOutcome,
      body: shapes.NewOutcome,
    }),
    async (c) => {
      const { at: when, ...asked } = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) =>
        mustBeWritten(
          await writeOutcome(tx, { ...asked, at: when === null ? at : new Date(when) }, { by, at }, house.newId),
        ),
      )
      return c.json(done, 201)
    },
  )

  api.openapi(
    route(house, 'put', '/outcomes/{id}/dispute', {
      says: 'Disputes an outcome: it stands aside, and is not counted',
      status: 200,
      answer: Done,
      body: shapes.Dispute,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { why } = c.req.valid('json')
      await write(c, house, async (tx, { teammate: { id: by } }, at) =>
        changeOutcome(tx, id, (now) => rules.dispute(now, { by, at, why }), { by, at }),
      )
      return c.json({ ok: true } as const, 200)
    },
  )

  const act = (
    method: 'put' | 'delete',
    path: 'dispute' | 'withdrawal',
    says: string,
    rule: (now: rules.Outcome, done: { by: string; at: Date }) => rules.Change,
  ) =>
    api.openapi(
      route(house, method, `/outcomes/{id}/${path}`, { says, status: 200, answer: Done, params: byId }),
      async (c) => {
        const { id } = c.req.valid('param')
        await write(c, house, async (tx, { teammate: { id: by } }, at) =>
          changeOutcome(tx, id, (now) => rule(now, { by, at }), { by, at }),
        )
        return c.json({ ok: true } as const, 200)
      },
    )
  act('delete', 'dispute', 'Settles the dispute: the outcome counts again', (now) => rules.settleDispute(now))
  act('put', 'withdrawal', 'Withdraws an outcome: it came to nothing', (now, done) => rules.withdraw(now, done))
  act('delete', 'withdrawal', 'Puts a withdrawn outcome back', (now) => rules.putBack(now))
}

async function page(tx: Tx, asked: z.infer<typeof Query>, most: number) {
  return read.outcomes(tx, {
    objective: asked.objective ?? null,
    room: asked.room ?? null,
    question: asked.question ?? null,
    month: asked.month ?? null,
    people: asked.person === undefined ? null : await mustBeOneHuman(tx, asked.person),
    conversation: asked.conversation ?? null,
    standing: asked.standing,
    after: placeOf(asked.cursor, Place),
    most,
  })
}

/** Throws Refusal where it could not be written down, naming the field. */
export function mustBeWritten(written: Written): { id: string; fresh: boolean } {
  if (written.is === 'wrong') throw new Refusal(422, written.why, written.field)
  return { id: written.id, fresh: written.fresh }
}

const show = (it: read.OutcomeRow): shapes.Outcome => ({ ...it, at: it.at.toISOString() })

const header = [
  'at',
  'objective',
  'what',
  'value',
  'currency',
  'person',
  'source',
  'evidence',
  'by',
  'disputed',
  'withdrawn',
  'first touch',
  'last touch',
  'touches',
]
const line = (it: read.OutcomeRow) => [
  it.at.toISOString(),
  it.objective.result,
  it.what,
  money(it.valueCents),
  it.currency,
  it.person?.name ?? null,
  it.source,
  it.evidence,
  it.by?.name ?? null,
  it.disputed?.why ?? null,
  it.withdrawn?.at ?? null,
  it.touches[0]?.room?.name ?? null,
  it.touches.at(-1)?.room?.name ?? null,
  it.touches.length,
]
