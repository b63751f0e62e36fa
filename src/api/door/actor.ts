/** Who is asking: a bearer token, or the cookie of somebody who signed in. */
import type { Context, MiddlewareHandler } from 'hono'
import * as store from '../../domain/teammate/teammate.store.ts'
import { type Actor, may, scopesOf } from '../../domain/teammate/teammate.ts'
import type { House } from '../house.ts'
import { PROLONG_MS } from '../workspace/sign-in.ts'
import { permissions } from './permissions.ts'
import { problem, Refusal } from './problem.ts'

export type Env = { Variables: { actor: Actor } }

/** Lets in who may, by the row of the route; says 401 or 403 to others. Who belongs elsewhere learns nothing of what is here. */
export const letIn =
  (house: House, route: string): MiddlewareHandler<Env> =>
  async (c, next) => {
    const needed = permissions[route]
    if (needed === undefined) throw new Error(`${route} has no row in permissions.ts`)
    if (needed === 'anybody') return next()
    const actor = await whoIs(c.req.raw, house)
    if (actor === null) return problem(c, 401, 'Sign in first, or send a token that is still good.')
    if (!may(actor, needed)) return problem(c, 403, 'Your role, or this token, does not reach that far.')
    c.set('actor', actor)
    return next()
  }

/** Null: nobody that we know. Throws Refusal where a page elsewhere uses somebody's cookie. */
export async function whoIs(request: Request, house: House): Promise<Actor | null> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (bearer !== undefined) return byToken(bearer, house)
  if (!request.headers.has('cookie')) return null
  refuseOtherSites(request, house)
  return bySession(request.headers, house)
}

/** One question to the database answers it all: whether the session stands, and what its user may do where. */
async function bySession(headers: Headers, { db, clock, signIn }: House): Promise<Actor | null> {
  const session = await signIn.session(headers)
  if (session === null) return null
  const found = await db.outside((tx) => store.bySession(tx, session, clock.now(), PROLONG_MS))
  if (found[0]?.prolong) await signIn.prolong(headers)
  const workspace = headers.get('x-workspace')
  const here = workspace === null ? found[0] : found.find((it) => it.workspaceId === workspace)
  return here ? actorOf(here, here.userId) : null
}

async function byToken(secret: string, { db, clock }: House): Promise<Actor | null> {
  const bearer = await db.outside((tx) => store.byToken(tx, secret))
  const now = clock.now()
  if (bearer === null || (bearer.expiresAt !== null && bearer.expiresAt <= now)) return null
  const membership = (await db.outside((tx) => store.workspacesOf(tx, bearer.userId))).find(
    (it) => it.workspaceId === bearer.workspaceId,
  )
  if (!membership) return null
  await db.in(bearer.workspaceId, (tx) => store.markUsed(tx, bearer.tokenId, now))
  const reach = scopesOf(membership.role)
  return { ...actorOf(membership, bearer.userId), scopes: bearer.scopes.filter((scope) => reach.includes(scope)) }
}

const actorOf = (it: store.Membership, userId: string): Actor => ({
  workspace: it.workspaceId,
  workspaceName: it.workspaceName,
  teammate: { id: it.teammateId, name: it.name, role: it.role },
  userId,
  scopes: scopesOf(it.role),
})

/** A cookie travels with requests that other sites start: those may not write. */
function refuseOtherSites(request: Request, { url }: House): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const ours = origin === null || origin === url || origin === new URL(request.url).origin
  if ((site !== null && site !== 'same-origin' && site !== 'none') || !ours)
    throw new Refusal(403, 'This came from another site.')
}

export const actorOfRequest = (c: Context<Env>): Actor => c.get('actor')
