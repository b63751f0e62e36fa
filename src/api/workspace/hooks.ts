/** Doors for signed messages over HTTP: making them, changing their secrets, what came in by them, and the door itself. */
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Tx } from '../../db/db.ts'
import { record } from '../../domain/happening/happening.store.ts'
import { beginDelivery, deliveries, endDelivery, refusedBody } from '../../domain/hook/delivery.store.ts'
import * as store from '../../domain/hook/hook.store.ts'
import { newSigningSecret } from '../../lib/signed.ts'
import { actorOfRequest, type Env } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { type Signed, signed } from '../door/signed.ts'
import { write, writeUnkept } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.hooks.ts'
import { type Taken, takeTold } from './told.ts'

const MOST_DELIVERIES = 100

export function hooks(api: Api, house: House): void {
  api.openapi(
    route(house, 'post', '/hooks/{id}', {
      says: 'Takes a message that is signed as Standard Webhooks has it: {"type": …} as JSON (docs/webhooks.md)',
      status: 200,
      answer: shapes.Told,
      params: byId,
    }),
    async (c) => {
      const message = await signed(c, c.req.valid('param').id, house)
      const taken = await house.db.in(message.workspace, (tx) => takeOnce(tx, message, house))
      if (taken.is === 'refused') throw new Refusal(422, taken.why)
      return c.json({ ok: true, repeated: taken.is === 'repeated' } as const, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/hooks', {
      says: 'Doors for signed messages of other programs',
      status: 200,
      answer: z.object({ items: z.array(shapes.Hook) }),
    }),
    async (c) => {
      const rows = await house.db.look(actorOfRequest(c).workspace, (tx) => store.hooks(tx, house.clock.now()))
      return c.json({ items: rows.map((row) => shown(row, house)) }, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/hooks', {
      says: 'Makes a door for signed messages; its secret is shown once',
      status: 201,
      answer: shapes.MadeHook,
      body: shapes.NewHook,
    }),
    async (c) => {
      const id = house.newId()
      const { name } = c.req.valid('json')
      const made = await withNewSecret(c, house, id, 'made', (tx, by, at) => store.addHook(tx, { id, name, at, by }))
      return c.json(made, 201)
    },
  )

  api.openapi(
    route(house, 'post', '/hooks/{id}/secret', {
      says: 'Makes a new secret, shown once; the one before it opens for a day more',
      status: 201,
      answer: shapes.MadeHook,
      params: byId,
    }),
    async (c) => c.json(await withNewSecret(c, house, c.req.valid('param').id, 'new-secret'), 201),
  )

  api.openapi(
    route(house, 'delete', '/hooks/{id}', {
      says: 'Closes a door at once, and forgets its secrets',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        await store.revoke(tx, id, { at })
        await record(tx, [{ kind: 'hook', at, by, detail: { is: 'revoked', hook: id } }])
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/hooks/{id}/deliveries', {
      says: 'What came in by a door, signed, the newest first; what was refused with the reason',
      status: 200,
      answer: z.object({ items: z.array(shapes.Delivery) }),
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const items = await house.db.look(actorOfRequest(c).workspace, async (tx) => {
        await mustStand(tx, id, house)
        return deliveries(tx, id, MOST_DELIVERIES)
      })
      return c.json({ items: items.map((it) => ({ ...it, at: it.at.toISOString() })) }, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/hooks/{id}/deliveries/{message}/again', {
      says: 'Tries again what was refused, as it came',
      status: 200,
      answer: Done,
      params: z.object({ id: z.uuid(), message: z.string() }),
    }),
    async (c) => {
      const { id, message } = c.req.valid('param')
      const { workspace } = actorOfRequest(c)
      const taken = await house.db.in(workspace, async (tx) => {
        const body = await refusedBody(tx, id, message)
        if (body === null) throw new Refusal(404, 'There is nothing here by that id that was refused.')
        return takeOnce(tx, { hook: id, id: message, body }, house)
      })
      if (taken.is === 'refused') throw new Refusal(422, taken.why)
      return c.json({ ok: true } as const, 200)
    },
  )
}

/** What was taken before is not taken again; what was refused is, and the log says what became of it this time. */
async function takeOnce(
  tx: Tx,
  { hook, id, body }: Omit<Signed, 'workspace'>,
  { clock, newId }: House,
): Promise<Taken | { is: 'repeated' }> {
  const at = clock.now()
  if (!(await beginDelivery(tx, hook, { id, at }))) return { is: 'repeated' }
  const { kind, taken } = await takeTold(tx, body, { at, newId })
  await endDelivery(tx, hook, id, { kind, body, refused: taken.is === 'refused' ? taken.why : null })
  return taken
}

function withNewSecret(
  c: Context<Env>,
  house: House,
  id: string,
  is: 'made' | 'new-secret',
  first: (tx: Tx, by: string, at: Date) => Promise<unknown> = async () => {},
): Promise<shapes.MadeHook> {
  return writeUnkept(c, house, async (tx, { teammate }, at) => {
    const secret = newSigningSecret()
    await first(tx, teammate.id, at)
    await store.addSecret(tx, id, { id: house.newId(), secret, at }, house.seal)
    await record(tx, [{ kind: 'hook', at, by: teammate.id, detail: { is, hook: id } }])
    return { hook: await mustStand(tx, id, house), secret }
  })
}

async function mustStand(tx: Tx, id: string, house: House): Promise<shapes.Hook> {
  const row = (await store.hooks(tx, house.clock.now())).find((it) => it.id === id)
  if (row === undefined) throw new store.HookMissing()
  return shown(row, house)
}

const shown = (row: store.HookRow, { url }: House): shapes.Hook => ({
  ...row,
  url: `${url}/api/v1/hooks/${row.id}`,
  madeAt: row.madeAt.toISOString(),
  olderUntil: row.olderUntil?.toISOString() ?? null,
  last: row.last?.toISOString() ?? null,
})
