/** Search over all messages, in the language of the listeners. */
import { z } from '@hono/zod-openapi'
import { list } from '../domain/conversation/conversation.list.ts'
import { messagesByIds } from '../domain/conversation/conversation.thread.ts'
import { names } from '../domain/listener/listener.store.ts'
import { find } from '../domain/message/message.search.ts'
import { parse } from '../listening/parse.ts'
import { actorOfRequest } from './door/actor.ts'
import { Refusal } from './door/problem.ts'
import { type Api, cursorOf, paging, placeOf, route } from './door/route.ts'
import type { House } from './house.ts'
import * as shapes from './shapes.ts'
import * as show from './show.ts'

const Query = paging.extend({ q: z.string().max(4096) })
const Place = z.object({ at: z.string().regex(/^\d{4,6}-\d\d-\d\d[\d :.+-]*$/), id: z.uuid() })

export function messages(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/messages', {
      says: 'Searches all messages, newest first',
      status: 200,
      answer: shapes.Page(shapes.Found),
      query: Query,
    }),
    async (c) => {
      const actor = actorOfRequest(c)
      const { q, cursor, limit } = c.req.valid('query')
      if (q.trim() === '') throw new Refusal(422, 'What are you looking for?', 'q')
      const query = parse(q)
      const found = await house.db.look(actor.workspace, async (tx) => {
        const { hits, next } = await find(tx, query, {
          after: placeOf(cursor, Place),
          most: limit,
          now: house.clock.now(),
        })
        const found = await messagesByIds(
          tx,
          hits.map((hit) => hit.id),
        )
        const called = await names(tx, found)
        const rows = new Map(found.map((row) => [row.id, row]))
        const ids = [...new Set(hits.map((hit) => hit.conversationId))]
        const { lines } = await list(tx, {
          state: 'all',
          room: null,
          assignee: null,
          ids,
          order: 'newest',
          after: null,
          most: ids.length,
        })
        const standing = new Map(lines.map((it) => [it.id, it]))
        const items = hits.flatMap((hit) => {
          const [row, conversation] = [rows.get(hit.id), standing.get(hit.conversationId)]
          if (!row || !conversation) return []
          const { id, state, room } = conversation
          return [{ message: show.message(row, called), conversation: { id, state, room }, spans: hit.spans }]
        })
        return { items, next: next && cursorOf(next) }
      })
      return c.json(found, 200)
    },
  )
}
