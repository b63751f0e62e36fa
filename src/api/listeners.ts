/** Listeners over HTTP: standing queries that bring messages in. */

import { record } from '../domain/happening/happening.store.ts'
import * as store from '../domain/listener/listener.store.ts'
import { parse } from '../listening/parse.ts'
import { refuseAsListener } from '../listening/too-broad.ts'
import * as asks from './asks.ts'
import { actorOfRequest } from './door/actor.ts'
import { Refusal } from './door/problem.ts'
import { type Api, byId, Done, route } from './door/route.ts'
import { write } from './door/write.ts'
import type { House } from './house.ts'
import * as shapes from './shapes.ts'

export function listeners(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/listeners', { says: 'Listeners', status: 200, answer: shapes.Page(shapes.Listener) }),
    async (c) => {
      const rows = await house.db.in(actorOfRequest(c).workspace, store.listeners)
      return c.json({ items: rows.map(show), next: null }, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/listeners', {
      says: 'Adds a listener',
      status: 201,
      answer: shapes.Listener,
      body: asks.NewListener,
    }),
    async (c) => {
      const asked = c.req.valid('json')
      mustListen(asked.query)
      const added = await write(c, house, async (tx, { teammate }, at) => {
        const listener = { id: house.newId(), ...asked, createdAt: at }
        if (!(await store.add(tx, { ...listener, by: teammate.id })))
          throw new Refusal(422, `There is a listener called ${asked.name} already.`, 'name')
        await record(tx, [{ kind: 'listener', at, by: teammate.id, detail: { is: 'added', name: asked.name } }])
        return show(listener)
      })
      return c.json(added, 201)
    },
  )

  api.openapi(
    route(house, 'put', '/listeners/{id}', {
      says: 'Changes a listener',
      status: 200,
      answer: shapes.Listener,
      body: asks.NewListener,
      params: byId,
    }),
    async (c) => {
      const asked = c.req.valid('json')
      mustListen(asked.query)
      const changed = await write(c, house, async (tx, { teammate }, at) => {
        const listener = await store.change(tx, { id: c.req.valid('param').id, ...asked })
        if (!listener) throw new Refusal(404, 'There is no listener here by that id.')
        await record(tx, [{ kind: 'listener', at, by: teammate.id, detail: { is: 'changed', name: asked.name } }])
        return show(listener)
      })
      return c.json(changed, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/listeners/{id}', {
      says: 'Removes a listener; what it heard stays',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const done = await write(c, house, async (tx, { teammate }, at) => {
        if ((await store.remove(tx, c.req.valid('param').id)) === 0)
          throw new Refusal(404, 'There is no listener here by that id.')
        await record(tx, [{ kind: 'listener', at, by: teammate.id, detail: { is: 'removed' } }])
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )
}

/** Throws QueryError with the place, or Refusal where it would match almost everything. */
function mustListen(query: string): void {
  const why = refuseAsListener(parse(query))
  if (why !== null) throw new Refusal(422, why, 'query')
}

const show = (it: store.Listener): shapes.Listener => ({ ...it, createdAt: it.createdAt.toISOString() })
