/** Judgements over HTTP: whether a message that a listener finds is about us, and what that teaches. */
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Tx } from '../../db/db.ts'
import { record } from '../../domain/happening/happening.store.ts'
import { counted, forget, judgements as judgementsOf } from '../../domain/listener/judgement.store.ts'
import { type Listener, listener } from '../../domain/listener/listener.store.ts'
import { judgeFor, toExclude } from '../../flows/judge.ts'
import type { Id } from '../../lib/ids.ts'
import { parse } from '../../listening/parse.ts'
import * as asks from '../asks.ts'
import { actorOfRequest, type Env } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.listeners.ts'

const byMessage = z.object({ id: z.uuid(), messageId: z.uuid() })
const Tuning = z.object({ items: z.array(shapes.Proposal) })

export function judgements(api: Api, house: House): void {
  api.openapi(
    route(house, 'put', '/listeners/{id}/judgements/{messageId}', {
      says: 'Says whether a message that a listener finds is about us',
      status: 200,
      answer: Done,
      body: asks.NewJudgement,
      params: byMessage,
    }),
    async (c) => {
      const { id, messageId } = c.req.valid('param')
      const { aboutUs } = c.req.valid('json')
      const done = await judging(c, house, id, 'There is no message here by that id.', (tx, found, by, at) =>
        judgeFor(tx, found, [{ messageId, aboutUs }], { by, at }),
      )
      return c.json(done, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/listeners/{id}/judgements/{messageId}', {
      says: 'Takes back what was said of a message',
      status: 200,
      answer: Done,
      params: byMessage,
    }),
    async (c) => {
      const { id, messageId } = c.req.valid('param')
      const done = await judging(c, house, id, 'Nothing was said of that message.', (tx) => forget(tx, id, [messageId]))
      return c.json(done, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/listeners/{id}/tuning', {
      says: 'Terms to exclude, by what was said of its messages',
      status: 200,
      answer: Tuning,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const items = await house.db.look(actorOfRequest(c).workspace, async (tx) => {
        const { query: source } = await mustBe(tx, id)
        const judged = await judgementsOf(tx, id, counted.tuning)
        return toExclude(tx, { source, query: parse(source) }, judged, house.clock.now())
      })
      return c.json({ items }, 200)
    },
  )
}

/** Changes what was said of a listener's messages; where that is none, it is refused with `otherwise`. */
function judging(
  c: Context<Env>,
  house: House,
  id: Id,
  otherwise: string,
  change: (tx: Tx, found: Listener, by: Id, at: Date) => Promise<number>,
): Promise<{ ok: true }> {
  return write(c, house, async (tx, { teammate: { id: by } }, at) => {
    const found = await mustBe(tx, id)
    if ((await change(tx, found, by, at)) === 0) throw new Refusal(404, otherwise)
    await record(tx, [{ kind: 'listener', at, by, detail: { is: 'judged', name: found.name } }])
    return { ok: true }
  })
}

async function mustBe(tx: Tx, id: Id): Promise<Listener> {
  const found = await listener(tx, id)
  if (!found) throw new Refusal(404, 'There is no listener here by that id.')
  return found
}
