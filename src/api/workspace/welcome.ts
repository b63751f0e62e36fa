/** Those who come by a link: the first owner, and teammates who were invited. */

import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { record } from '../../domain/happening/happening.store.ts'
import { accept, add, byInvitation, workspacesOf } from '../../domain/teammate/teammate.store.ts'
import { foundWorkspace, ownerExists, setupLinkOpens, useSetupLink } from '../../flows/setup.ts'
import * as asks from '../asks.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, Done, route } from '../door/route.ts'
import type { House } from '../house.ts'

const ByToken = z.object({ token: z.string().max(200) })
const USED = 'This link was used already, or is not one of ours. Ask for a new one.'

export function welcome(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/setup', {
      says: 'Whether a setup link opens',
      status: 200,
      answer: z.object({ open: z.literal(true) }),
      query: ByToken,
    }),
    async (c) => {
      if (!(await setupLinkOpens(house.db, c.req.valid('query').token))) throw new Refusal(404, USED)
      return c.json({ open: true as const }, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/setup', {
      says: 'Makes the first owner and their workspace',
      status: 201,
      answer: Done,
      body: asks.NewOwner,
    }),
    async (c) => {
      const asked = c.req.valid('json')
      // Used up before anything is made: of two who come at once, one gets in.
      if (!(await useSetupLink(house.db, asked.token)) || (await ownerExists(house.db))) throw new Refusal(404, USED)
      const userId = await enroll(house, asked)
      await foundWorkspace(
        house.db,
        { name: asked.workspace, owner: { userId, name: asked.name }, at: house.clock.now() },
        house.newId,
      )
      await letIn(c, house, asked.mail, asked.password)
      return c.json({ ok: true as const }, 201)
    },
  )

  const Invitation = z.object({ mail: z.string(), workspace: z.string(), by: z.string() })
  api.openapi(
    route(house, 'get', '/invitations/by-token', {
      says: 'What an invitation invites to',
      status: 200,
      answer: Invitation,
      query: ByToken,
    }),
    async (c) => {
      const it = await invited(house, c.req.valid('query').token)
      return c.json({ mail: it.mail, workspace: it.workspaceName, by: it.invitedBy }, 200)
    },
  )

  api.openapi(
    route(house, 'post', '/join', { says: 'Accepts an invitation', status: 201, answer: Done, body: asks.Joining }),
    async (c) => {
      const asked = c.req.valid('json')
      const invitation = await invited(house, asked.token)
      const userId = await enroll(house, { ...asked, mail: invitation.mail })
      const at = house.clock.now()
      // Somebody who is here already keeps their role: the link gave them a password.
      const memberships = await house.db.outside((tx) => workspacesOf(tx, userId))
      const mine = memberships.find((it) => it.workspaceId === invitation.workspaceId)
      await house.db.in(invitation.workspaceId, async (tx) => {
        if (!(await accept(tx, invitation.invitationId, at))) throw new Refusal(404, USED)
        const teammate = { id: house.newId(), name: asked.name, role: mine?.role ?? invitation.role, userId, at }
        const by = await add(tx, teammate)
        await record(tx, [{ kind: 'team', at, by, detail: { is: 'joined' } }])
      })
      await letIn(c, house, invitation.mail, asked.password)
      return c.json({ ok: true as const }, 201)
    },
  )
}

async function invited(house: House, token: string) {
  const invitation = await house.db.outside((tx) => byInvitation(tx, token))
  if (!invitation || invitation.expiresAt <= house.clock.now()) throw new Refusal(404, USED)
  return invitation
}

/** A new account, or the one that this mail has already, if the password is its own. */
async function enroll(house: House, person: { mail: string; name: string; password: string }): Promise<string> {
  const made = await house.signIn.enroll(person)
  if (made !== null) return made
  const known = await house.signIn.enter(person.mail, person.password)
  if (!known) throw new Refusal(422, 'This mail has an account here already. Give its password.', 'password')
  return known.userId
}

async function letIn(c: Context, house: House, mail: string, password: string): Promise<void> {
  const entered = await house.signIn.enter(mail, password)
  for (const cookie of entered?.cookies ?? []) c.header('set-cookie', cookie, { append: true })
}
