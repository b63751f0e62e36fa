/** Minutes of care over HTTP: beats of the web app, the rows behind a cost, and putting one's own right. */
import { z } from '@hono/zod-openapi'
import type { Tx } from '../../db/db.ts'
import * as read from '../../domain/care/care.read.ts'
import { line as lineOf } from '../../domain/conversation/conversation.list.ts'
import { type Actor, sees } from '../../domain/teammate/teammate.ts'
import { beat, correctCare } from '../../flows/care.ts'
import { csvOf } from '../csv.ts'
import { actorOfRequest, letIn } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, cursorOf, Done, paging, placeOf, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import { Page } from '../shapes.ts'
import * as shapes from './shapes.returns.ts'

const MOST_IN_FILE = 50_000

const Query = paging.extend({
  /** `none`: of what serves no objective. */
  objective: z.union([z.literal('none'), z.uuid()]).optional(),
  room: z.uuid().optional(),
  question: z.union([z.literal('none'), z.uuid()]).optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0\d|1[0-2])$/)
    .optional(),
  teammate: z.union([z.literal('me'), z.uuid()]).optional(),
  conversation: z.uuid().optional(),
})
const Place = z.object({ day: z.iso.date(), id: z.uuid() })

export function care(api: Api, house: House): void {
  api.openapi(
    route(house, 'post', '/care', {
      says: 'Seconds that somebody was really busy with conversations, since the last beat',
      status: 200,
      answer: Done,
      body: shapes.Beats,
    }),
    async (c) => {
      const { beats } = c.req.valid('json')
      await write(c, house, async (tx, actor, at) =>
        beat(tx, await theirs(tx, actor, beats), { by: actor.teammate.id, at }, house.newId),
      )
      return c.json({ ok: true } as const, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/care', {
      says: 'Minutes of care by teammate, conversation and day, the newest first',
      status: 200,
      answer: Page(shapes.Care),
      query: Query,
    }),
    async (c) => {
      const actor = actorOfRequest(c)
      const asked = c.req.valid('query')
      const { rows, next } = await house.db.look(actor.workspace, (tx) => page(tx, actor, asked, asked.limit))
      return c.json({ items: rows, next: next && cursorOf(next) }, 200)
    },
  )

  api.get('/care.csv', letIn(house, 'GET /api/v1/care.csv'), async (c) => {
    const actor = actorOfRequest(c)
    const asked = Query.safeParse(c.req.query())
    if (!asked.success) throw new Refusal(422, 'This could not be read.', String(asked.error.issues[0]?.path[0] ?? ''))
    const { rows } = await house.db.look(actor.workspace, (tx) => page(tx, actor, asked.data, MOST_IN_FILE))
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="care.csv"')
    return c.body(csvOf(header, rows.map(line)))
  })

  api.openapi(
    route(house, 'put', '/care/{id}', {
      says: 'Puts minutes of mine right',
      status: 200,
      answer: Done,
      body: shapes.Correction,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { minutes } = c.req.valid('json')
      await write(c, house, (tx, { teammate: { id: by } }, at) => correctCare(tx, id, minutes, { by, at }))
      return c.json({ ok: true } as const, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/care/{id}', {
      says: 'Leaves minutes of mine as they were measured',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await write(c, house, (tx, { teammate: { id: by } }, at) => correctCare(tx, id, null, { by, at }))
      return c.json({ ok: true } as const, 200)
    },
  )
}

/** A guest spends time only on what was given to them. */
async function theirs<B extends { conversation: string }>(tx: Tx, actor: Actor, beats: readonly B[]): Promise<B[]> {
  if (actor.teammate.role !== 'guest') return [...beats]
  const kept: B[] = []
  for (const it of beats) {
    const found = await lineOf(tx, it.conversation)
    if (found && sees(actor, { assigneeId: found.assignee?.id ?? null })) kept.push(it)
  }
  return kept
}

const page = (tx: Tx, { teammate: me }: Actor, asked: z.infer<typeof Query>, most: number) =>
  read.care(tx, {
    objective: asked.objective ?? null,
    room: asked.room ?? null,
    question: asked.question ?? null,
    month: asked.month ?? null,
    teammate: asked.teammate === 'me' ? me.id : (asked.teammate ?? null),
    conversation: asked.conversation ?? null,
    after: placeOf(asked.cursor, Place),
    most,
  })

const header = ['day', 'teammate', 'with', 'room', 'objective', 'minutes', 'reading', 'writing']
const line = (it: read.CareRow) => [
  it.day,
  it.teammate.name,
  it.name,
  it.room?.name ?? null,
  it.objective?.result ?? null,
  ...[it.seconds, it.reading, it.writing].map((seconds) => Math.round(seconds / 6) / 10),
]
