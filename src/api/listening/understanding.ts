/** Understanding over HTTP: why a message was understood so, what a teammate says it is, and what that taught. */

import type { Tx } from '../../db/db.ts'
import { correctionOf, readable, taughtTo } from '../../domain/message/correction.store.ts'
import { understoodOf, whyOf, wordsOf } from '../../domain/message/understood.ts'
import { correctMessage, forgetLearned } from '../../flows/correct.ts'
import type { Id } from '../../lib/ids.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as show from '../show.ts'
import * as shapes from './shapes.understanding.ts'

export function understanding(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/messages/{id}/understanding', {
      says: 'How a message was understood, and why',
      status: 200,
      answer: shapes.Reasoned,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await house.db.look(actorOfRequest(c).workspace, (tx) => reasoned(tx, id)), 200)
    },
  )

  api.openapi(
    route(house, 'put', '/messages/{id}/understanding', {
      says: 'Says what a message is: it holds at once, and teaches this workspace',
      status: 200,
      answer: shapes.Reasoned,
      body: shapes.Label,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const said = c.req.valid('json')
      if (Object.keys(said).length === 0) throw new Refusal(422, 'Say what the message is, or is not.')
      const now = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        if (!(await correctMessage(tx, id, said, { by, at }))) throw new Refusal(404, NO_MESSAGE)
        return reasoned(tx, id)
      })
      return c.json(now, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/learned', {
      says: 'How often this workspace corrected how messages are understood',
      status: 200,
      answer: shapes.Learned,
    }),
    async (c) => {
      const { corrections } = await house.db.look(actorOfRequest(c).workspace, taughtTo)
      return c.json({ corrections }, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/learned', {
      says: 'Forgets what corrections taught: messages are understood as on the first day',
      status: 200,
      answer: shapes.Learned,
    }),
    async (c) => {
      const corrections = await write(c, house, (tx, { teammate: { id: by } }, at) => forgetLearned(tx, { by, at }))
      return c.json({ corrections }, 200)
    },
  )
}

const NO_MESSAGE = 'There is no message of theirs here by that id.'

async function reasoned(tx: Tx, id: Id): Promise<shapes.Reasoned> {
  const [[message], taught, correction] = await Promise.all([readable(tx, [id]), taughtTo(tx), correctionOf(tx, id)])
  if (!message) throw new Refusal(404, NO_MESSAGE)
  const words = wordsOf(message)
  return {
    understood: show.understood({
      ...understoodOf(message, taught, message.label ?? {}),
      corrected: message.label !== null,
    }),
    why: whyOf(message, taught).map(({ of, words: moved, learned }) => ({
      of,
      words: moved.map(({ from, to, weight }) => ({ text: words.slice(from, to), for: weight > 0 })),
      learned,
    })),
    label: message.label,
    by: correction?.by ?? null,
  }
}
