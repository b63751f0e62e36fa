/** Codes over HTTP: giving a word or a short link along, and following a link. */
import { z } from '@hono/zod-openapi'
import type { Hono } from 'hono'
import { type Code, codesIn } from '../../domain/outcome/code.store.ts'
import { isVisit } from '../../domain/outcome/code.ts'
import { follow, giveCode } from '../../flows/codes.ts'
import { mustSee } from '../conversations/conversations.ts'
import { actorOfRequest, type Env, letIn } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.outcomes.ts'

export function codes(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/conversations/{id}/codes', {
      says: 'The words and short links that were given along in a conversation',
      status: 200,
      answer: z.object({ items: z.array(shapes.Code) }),
      params: byId,
    }),
    async (c) => {
      const actor = actorOfRequest(c)
      const { id } = c.req.valid('param')
      const found = await house.db.look(actor.workspace, async (tx) => {
        await mustSee(tx, actor, id)
        return codesIn(tx, id)
      })
      return c.json({ items: found.map((it) => show(it, house)) }, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/codes', {
      says: 'Gives a word or a short link along, by which an outcome will be known',
      status: 201,
      answer: shapes.Code,
      body: shapes.NewCode,
    }),
    async (c) => {
      const asked = c.req.valid('json')
      const made = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        const given = await giveCode(tx, asked, { by, at }, house)
        if (given.is === 'wrong') throw new Refusal(422, given.why, given.field)
        return show(given.code, house)
      })
      return c.json(made, 201)
    },
  )
}

/** `/l/CODE`: leads to where the link was made to lead, sets nothing, and tells the other side nothing of where it stood. */
export function links(app: Hono<Env>, house: House): void {
  app.get('/l/:word', letIn(house, 'GET /l/:word'), async (c) => {
    const visit = isVisit({
      method: c.req.method,
      agent: c.req.header('user-agent') ?? '',
      purpose: `${c.req.header('sec-purpose') ?? ''} ${c.req.header('purpose') ?? ''} ${c.req.header('x-purpose') ?? ''}`,
    })
    const target = await follow(house.db, c.req.param('word'), { visit, at: house.clock.now() }, house.newId)
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
    c.header('x-robots-tag', 'noindex, nofollow')
    return target === null ? c.text('There is no such link here.', 404) : c.redirect(target, 302)
  })
}

const show = ({ conversationId: _, personId: __, ...it }: Code, { url }: House): shapes.Code => ({
  ...it,
  text: it.target === null ? it.word : `${url}/l/${it.word}`,
})
