/** The team over HTTP: me, my colleagues, invitations, and the tokens that act for us. */

import { z } from '@hono/zod-openapi'
import { sql } from '../../db/db.ts'
import { record } from '../../domain/happening/happening.store.ts'
import * as store from '../../domain/teammate/teammate.store.ts'
import { type Role, refuseRole, type Teammate } from '../../domain/teammate/teammate.ts'
import { newToken } from '../../flows/setup.ts'
import { newSecret } from '../../lib/seal.ts'
import * as asks from '../asks.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write, writeUnkept } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from '../shapes.ts'

const INVITATION_DAYS = 14

export function team(api: Api, house: House): void {
  api.openapi(route(house, 'get', '/me', { says: 'Who I am here', status: 200, answer: shapes.Me }), async (c) => {
    const actor = actorOfRequest(c)
    const memberships = await house.db.outside((tx) => store.workspacesOf(tx, actor.userId))
    const about = await house.db.look(actor.workspace, (tx) =>
      tx.row<{ demo: boolean; mail: string }>(sql`
        select (select email from auth."user" where id = ${actor.userId}) as mail, exists (select from room where workspace_id = ${tx.workspace} and demo) as demo`),
    )
    return c.json(
      {
        teammate: actor.teammate,
        mail: about?.mail ?? '',
        workspace: { id: actor.workspace, name: actor.workspaceName },
        workspaces: memberships.map((it) => ({ id: it.workspaceId, name: it.workspaceName })),
        scopes: [...actor.scopes],
        demo: about?.demo ?? false,
        version: house.version,
      },
      200,
    )
  })

  api.openapi(
    route(house, 'get', '/teammates', { says: 'Teammates', status: 200, answer: shapes.Page(shapes.Colleague) }),
    async (c) => c.json({ items: await house.db.look(actorOfRequest(c).workspace, store.teammates), next: null }, 200),
  )

  api.openapi(
    route(house, 'put', '/teammates/{id}', {
      says: 'Gives a teammate another role',
      status: 200,
      answer: shapes.Colleague,
      body: z.object({ role: shapes.Role }),
      params: byId,
    }),
    async (c) => {
      const { role } = c.req.valid('json')
      const changed = await write(c, house, async (tx, actor, at) => {
        const mate = mayChange(await store.teammates(tx), actor.teammate, c.req.valid('param').id, role)
        await store.setRole(tx, mate.id, role)
        await record(tx, [{ kind: 'team', at, by: actor.teammate.id, detail: { is: 'role', of: mate.id, role } }])
        return { ...mate, role }
      })
      return c.json(changed, 200)
    },
  )

  api.openapi(
    route(house, 'delete', '/teammates/{id}', {
      says: 'Removes a teammate; what they said stays',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const done = await write(c, house, async (tx, actor, at) => {
        const mate = mayChange(await store.teammates(tx), actor.teammate, c.req.valid('param').id, null)
        await store.remove(tx, mate.id, at)
        await record(tx, [{ kind: 'team', at, by: actor.teammate.id, detail: { is: 'left', of: mate.id } }])
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )

  invitations(api, house)
  tokens(api, house)
}

function invitations(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/invitations', {
      says: 'Invitations that stand open',
      status: 200,
      answer: shapes.Page(shapes.Invitation),
    }),
    async (c) => {
      const rows = await house.db.look(actorOfRequest(c).workspace, (tx) => store.invitations(tx, house.clock.now()))
      return c.json({ items: rows.map(showInvitation), next: null }, 200)
    },
  )

  const Invited = z.object({ invitation: shapes.Invitation, link: z.url() })
  api.openapi(
    route(house, 'post', '/invitations', {
      says: 'Invites somebody by a link',
      status: 201,
      answer: Invited,
      body: asks.NewInvitation,
    }),
    async (c) => {
      const { mail, role } = c.req.valid('json')
      const invited = await writeUnkept(c, house, async (tx, actor, at) => {
        const expiresAt = new Date(at.getTime() + INVITATION_DAYS * 86_400_000)
        const secret = newSecret()
        const invitation = { id: house.newId(), mail: mail.toLowerCase(), role, expiresAt }
        await store.invite(tx, { ...invitation, secret, by: actor.teammate.id, at })
        await record(tx, [{ kind: 'team', at, by: actor.teammate.id, detail: { is: 'invited', role } }])
        return { invitation: showInvitation(invitation), link: `${house.url}/join?token=${secret}` }
      })
      return c.json(invited, 201)
    },
  )

  api.openapi(
    route(house, 'delete', '/invitations/{id}', {
      says: 'Takes an invitation back',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const done = await write(c, house, async (tx) => {
        if ((await store.uninvite(tx, c.req.valid('param').id)) === 0)
          throw new Refusal(404, 'There is no such invitation.')
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )
}

function tokens(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/tokens', { says: 'My API tokens', status: 200, answer: shapes.Page(shapes.Token) }),
    async (c) => {
      const actor = actorOfRequest(c)
      const rows = await house.db.look(actor.workspace, (tx) => store.tokensOf(tx, actor.teammate.id))
      return c.json({ items: rows.map(showToken), next: null }, 200)
    },
  )

  const Made = z.object({ token: shapes.Token, secret: z.string() })
  api.openapi(
    route(house, 'post', '/tokens', {
      says: 'Makes an API token; its secret is shown once',
      status: 201,
      answer: Made,
      body: asks.NewToken,
    }),
    async (c) => {
      const asked = c.req.valid('json')
      const made = await writeUnkept(c, house, async (tx, actor, at) => {
        const beyond = asked.scopes.find((scope) => !actor.scopes.includes(scope))
        if (beyond) throw new Refusal(403, `You do not have the scope "${beyond}" yourself.`, 'scopes')
        const { id, secret } = await newToken(tx, { teammateId: actor.teammate.id, ...asked, at }, house.newId)
        const row = (await store.tokensOf(tx, actor.teammate.id)).find((it) => it.id === id)
        if (!row) throw new Refusal(404, 'The token is gone again.')
        return { token: showToken(row), secret }
      })
      return c.json(made, 201)
    },
  )

  api.openapi(
    route(house, 'delete', '/tokens/{id}', {
      says: 'Revokes a token at once',
      status: 200,
      answer: Done,
      params: byId,
    }),
    async (c) => {
      const done = await write(c, house, async (tx, actor, at) => {
        if ((await store.revoke(tx, c.req.valid('param').id, actor.teammate.id, at)) === 0)
          throw new Refusal(404, 'You have no such token.')
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )
}

/** The teammate, if this actor may give them the role (null: send them away). */
function mayChange(mates: readonly Teammate[], actor: Teammate, id: string, to: Role | null): Teammate {
  const mate = mates.find((it) => it.id === id)
  if (!mate) throw new Refusal(404, 'There is no such teammate here.')
  const why = refuseRole(actor, mate, to, mates.filter((it) => it.role === 'owner').length)
  if (why !== null) throw new Refusal(422, why)
  return mate
}

const showInvitation = (it: store.InvitationRow): shapes.Invitation => ({
  ...it,
  expiresAt: it.expiresAt.toISOString(),
})
const showToken = (it: store.TokenRow): shapes.Token => ({
  ...it,
  createdAt: it.createdAt.toISOString(),
  lastUsed: it.lastUsed?.toISOString() ?? null,
  expiresAt: it.expiresAt?.toISOString() ?? null,
})
