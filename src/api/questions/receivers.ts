/** Programs of others that we tell something, over HTTP: who they are, and what became of what they were told. */
import { z } from '@hono/zod-openapi'
import { record } from '../../domain/happening/happening.store.ts'
import * as store from '../../domain/push/push.store.ts'
import { rootOf } from '../../domain/question/question.read.ts'
import { question } from '../../domain/question/question.store.ts'
import { newSigningSecret } from '../../lib/signed.ts'
import { actorOfRequest } from '../door/actor.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write, writeUnkept } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.receivers.ts'

const MOST_PUSHES = 50
const Pushes = z.object({ items: z.array(shapes.Push) })

export function receivers(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/receivers', {
      says: 'Programs of others that are told something',
      status: 200,
      answer: z.object({ items: z.array(shapes.Receiver) }),
    }),
    async (c) => {
      const rows = await house.db.look(actorOfRequest(c).workspace, store.receivers)
      return c.json({ items: rows.map(shown) }, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/receivers', {
      says: 'Adds a receiver of signed messages; the secret that they are signed with is shown once',
      status: 201,
      answer: shapes.MadeReceiver,
      body: shapes.NewReceiver,
    }),
    async (c) => {
      const made = await writeUnkept(c, house, async (tx, { teammate }, at) => {
        const secret = newSigningSecret()
        const receiver = { ...c.req.valid('json'), id: house.newId() }
        await store.addReceiver(tx, { ...receiver, secret, by: teammate.id, at }, house.seal)
        await record(tx, [{ kind: 'receiver', at, by: teammate.id, detail: { is: 'made', receiver: receiver.id } }])
        return { receiver: shown({ ...receiver, madeAt: at, madeBy: teammate }), secret }
      })
      return c.json(made, 201)
    },
  )

  api.openapi(
    route(house, 'delete', '/receivers/{id}', {
      says: 'Tells it nothing more, and forgets its secret',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        await store.removeReceiver(tx, id)
        await record(tx, [{ kind: 'receiver', at, by, detail: { is: 'removed', receiver: id } }])
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/receivers/{id}/pushes', {
      says: 'What a receiver was told, the newest first, and what became of it',
      status: 200,
      answer: Pushes,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { workspace } = actorOfRequest(c)
      const rows = await house.db.look(workspace, async (tx) => {
        if (!(await store.receivers(tx)).some((it) => it.id === id)) throw new store.ReceiverMissing()
        return store.pushes(tx, { receiver: id }, MOST_PUSHES)
      })
      return c.json({ items: rows.map(shownPush) }, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/pushes/{id}/again', {
      says: 'Tells again what was refused',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const done = await write(c, house, async (tx, _actor, at) => {
        await store.pushAgain(tx, id, at)
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/questions/{id}/brief/pushes', {
      says: 'Who was told the brief of a question, and what became of it',
      status: 200,
      answer: Pushes,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { workspace } = actorOfRequest(c)
      const rows = await house.db.look(workspace, async (tx) => {
        await question(tx, id)
        return store.pushes(tx, { question: (await rootOf(tx, id)) ?? id }, MOST_PUSHES)
      })
      return c.json({ items: rows.map(shownPush) }, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/questions/{id}/brief/pushes', {
      says: 'Tells a receiver the brief of a question',
      status: 201,
      answer: shapes.Push,
      body: shapes.NewPush,
      params: byId,
    }),
    async (c) => {
      const of = c.req.valid('param').id
      const { receiver } = c.req.valid('json')
      const queued = await write(c, house, async (tx, { teammate }, at) => {
        await question(tx, of)
        const id = house.newId()
        await store.push(tx, { id, receiver, question: of, by: teammate.id, at })
        await record(tx, [{ kind: 'push', at, by: teammate.id, detail: { question: of, receiver } }])
        const [made] = await store.pushes(tx, { receiver }, 1)
        if (made === undefined) throw new store.ReceiverMissing()
        return shownPush(made)
      })
      return c.json(queued, 201)
    },
  )
}

const shown = (row: store.Receiver): shapes.Receiver => ({ ...row, madeAt: row.madeAt.toISOString() })

const shownPush = (row: store.Push): shapes.Push => ({
  ...row,
  at: row.at.toISOString(),
  next: row.next?.toISOString() ?? null,
})
