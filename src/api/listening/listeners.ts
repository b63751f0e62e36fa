/** Listeners over HTTP: standing queries that bring messages in. */

import { record } from '../../domain/happening/happening.store.ts'
import { type Relevance, relevances } from '../../domain/listener/judgement.store.ts'
import * as store from '../../domain/listener/listener.store.ts'
import { judgeFor, rejudge } from '../../flows/judge.ts'
import { parse } from '../../listening/parse.ts'
import { refuseAsListener } from '../../listening/too-broad.ts'
import * as asks from '../asks.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import { Page } from '../shapes.ts'
import * as shapes from './shapes.listeners.ts'

export function listeners(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/listeners', { says: 'Listeners', status: 200, answer: Page(shapes.Listener) }),
    async (c) => {
      const items = await house.db.look(actorOfRequest(c).workspace, async (tx) => {
        const relevance = await relevances(tx)
        return (await store.listeners(tx)).map((it) => show(it, relevance.get(it.id)))
      })
      return c.json({ items, next: null }, 200)
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
      const { judged, ...asked } = c.req.valid('json')
      mustListen(asked.query)
      const added = await write(c, house, async (tx, { teammate }, at) => {
        const listener = { id: house.newId(), ...asked, objective: null, createdAt: at }
        if (!(await store.add(tx, { ...listener, by: teammate.id })))
          throw new Refusal(422, `There is a listener called ${asked.name} already.`, 'name')
        await judgeFor(tx, listener, judged.map(asJudgement), { by: teammate.id, at })
        await record(tx, [{ kind: 'listener', at, by: teammate.id, detail: { is: 'added', name: asked.name } }])
        return show(listener, (await relevances(tx, listener.id)).get(listener.id))
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
      const { judged, ...asked } = c.req.valid('json')
      mustListen(asked.query)
      const changed = await write(c, house, async (tx, { teammate }, at) => {
        const listener = await store.change(tx, { id: c.req.valid('param').id, ...asked })
        if (!listener) throw new Refusal(404, 'There is no listener here by that id.')
        await judgeFor(tx, listener, judged.map(asJudgement), { by: teammate.id, at })
        await rejudge(tx, listener, at)
        await record(tx, [{ kind: 'listener', at, by: teammate.id, detail: { is: 'changed', name: asked.name } }])
        return show(listener, (await relevances(tx, listener.id)).get(listener.id))
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

const asJudgement = ({ id, aboutUs }: { id: string; aboutUs: boolean }) => ({ messageId: id, aboutUs })

const show = (it: store.Listener, relevance: Relevance | undefined): shapes.Listener => ({
  ...it,
  createdAt: it.createdAt.toISOString(),
  relevance: relevance ?? null,
})
