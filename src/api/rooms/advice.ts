/** Advice on drafts over HTTP, and what it has learned where it was overruled. */
import { z } from '@hono/zod-openapi'
import { forgetOverrulings, overruledIn } from '../../domain/charter/overruling.store.ts'
import { standsBackAfter } from '../../domain/charter/warnings/warnings.ts'
import { record } from '../../domain/happening/happening.store.ts'
import { room } from '../../domain/room/room.store.ts'
import { adviceOnFirstWord, adviceOnReply } from '../../flows/advise.ts'
import { voices } from '../../flows/voices.ts'
import { mustSee } from '../conversations/conversations.ts'
import { actorOfRequest } from '../door/actor.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.advice.ts'

export function advice(api: Api, house: House): void {
  const voiceOf = voices(house.channels)

  api.openapi(
    route(house, 'post', '/conversations/{id}/advice', {
      says: 'What speaks against a draft of a reply; it keeps nothing',
      status: 200,
      answer: shapes.Advice,
      body: shapes.NewDraft,
      params: byId,
    }),
    async (c) => {
      const actor = actorOfRequest(c)
      const { id } = c.req.valid('param')
      const writing = { ...c.req.valid('json'), by: actor.teammate.name, at: house.clock.now() }
      const items = await house.db.look(actor.workspace, async (tx) => {
        await mustSee(tx, actor, id)
        return adviceOnReply(tx, id, writing, voiceOf)
      })
      return c.json({ items }, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/rooms/{id}/advice', {
      says: 'What speaks against words that we would say first in a room; it keeps nothing',
      status: 200,
      answer: shapes.Advice,
      body: shapes.NewDraft,
      params: byId,
    }),
    async (c) => {
      const { workspace, teammate } = actorOfRequest(c)
      const { id } = c.req.valid('param')
      const writing = { ...c.req.valid('json'), by: teammate.name, at: house.clock.now() }
      return c.json({ items: await house.db.look(workspace, (tx) => adviceOnFirstWord(tx, id, writing, voiceOf)) }, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/rooms/{id}/overrulings', {
      says: 'Which warnings were overruled in a room, how often, and which stand back',
      status: 200,
      answer: shapes.Overrulings,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const rows = await house.db.look(actorOfRequest(c).workspace, async (tx) => {
        await room(tx, id)
        return overruledIn(tx, id)
      })
      const items = rows.map(({ warning: is, about, times, lastAt }) => ({
        is,
        about,
        times,
        lastAt: lastAt.toISOString(),
        standsBack: times >= standsBackAfter,
      }))
      return c.json({ items }, 200)
    },
  )

  // One of them by its kind and what it points at, or all that the room has learned.
  const one = z.object({ is: shapes.WarningKind.optional(), about: z.string().optional() })
  api.openapi(
    route(house, 'delete', '/rooms/{id}/overrulings', {
      says: 'Forgets that warnings were overruled in a room: they speak up again',
      status: 200,
      answer: Done,
      query: one,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { is, about = '' } = c.req.valid('query')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        await room(tx, id)
        await forgetOverrulings(tx, id, is ? { is, about } : null)
        await record(tx, [{ kind: 'room', at, by, roomId: id, detail: { is: 'warned again', warning: is ?? null } }])
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )
}
