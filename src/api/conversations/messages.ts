/** Search over all messages, in the language of the listeners. */
import { z } from '@hono/zod-openapi'
import { find } from '../../domain/message/message.search.ts'
import { parse } from '../../listening/parse.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, cursorOf, paging, placeOf, route } from '../door/route.ts'
import type { House } from '../house.ts'
import * as shapes from '../shapes.ts'
import { found } from './found.ts'

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
      const { q, cursor, limit: most } = c.req.valid('query')
      if (q.trim() === '') throw new Refusal(422, 'What are you looking for?', 'q')
      const query = parse(q)
      const page = await house.db.look(actorOfRequest(c).workspace, async (tx) => {
        const { hits, next } = await find(tx, query, { after: placeOf(cursor, Place), most, now: house.clock.now() })
        return { items: await found(tx, hits), next: next && cursorOf(next) }
      })
      return c.json(page, 200)
    },
  )
}
