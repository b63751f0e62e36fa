/** Our account's way to its PDS: keeps the session fresh, signs in anew with the app password, and names what went wrong. */
import { AtpAgent, XRPCError } from '@atproto/api'
import { ChannelTrouble, type Connection, type Kit, type Quota } from '../channel.ts'
import { type Secret, type Settings, secret as secretShape, settings as settingsShape } from './wire.ts'

export interface Client {
  readonly did: string
  readonly settings: Settings
  /** The PDS that holds the account, as last heard. */
  readonly pds: () => string
  /**
   * Asks as our account. A session that ran out is renewed, and failing that we sign in again with the app password,
   * once. Throws ChannelTrouble ('sign-in') when that is refused, ('owner') when the account is not active, and
   * XRPCError for everything else that the server answers.
   */
  ask<T>(question: (agent: AtpAgent) => Promise<T>): Promise<T>
}

type Room = Pick<Connection, 'address' | 'settings' | 'secret'>

const clients = new WeakMap<Kit, { room: Room; client: Client }>()

/**
 * The client of a room, one for as long as it is heard: to make one takes tens of milliseconds (it reads all lexicons), and
 * each would renew the session for itself. Touches no network before it is asked something.
 */
export function clientOf(room: Room, kit: Kit): Client {
  const known = clients.get(kit)
  if (known?.room === room) return known.client
  const client = newClient(room, kit)
  clients.set(kit, { room, client })
  return client
}

function newClient(room: Room, kit: Kit): Client {
  const settings = settingsShape.parse(room.settings)
  const { password, session } = secretShape.parse(room.secret)
  const agent: AtpAgent = new AtpAgent({
    service: settings.service,
    fetch: telling(kit),
    persistSession: (what) => {
      // Losing a renewed session is no loss: the app password brings another.
      if (what === 'create' || what === 'update') kit.keepSecret(secretOf(agent, password)).catch(() => {})
    },
  })
  if (session) {
    const { pds, ...kept } = session
    agent.sessionManager.session = kept
    if (pds) agent.sessionManager.pdsUrl = new URL(pds)
  }

  let signingIn: Promise<void> | null = null
  const signInOnce = () => {
    signingIn ??= signIn().finally(() => {
      signingIn = null
    })
    return signingIn
  }
  const signIn = async () => {
    try {
      const { data } = await agent.login({ identifier: room.address, password })
      if (data.active === false)
        throw new ChannelTrouble(`Bluesky says this account is ${data.status ?? 'not active'}.`, 'owner')
    } catch (trouble) {
      throw isRefusedSignIn(trouble) ? signedOut() : trouble
    }
  }
  return {
    did: room.address,
    settings,
    pds: () => agent.dispatchUrl.origin,
    async ask(question) {
      if (!agent.hasSession) await signInOnce()
      try {
        return await question(agent)
      } catch (trouble) {
        if (trouble instanceof XRPCError && isInactive(trouble))
          throw new ChannelTrouble(`Bluesky says: ${trouble.message}.`, 'owner')
        if (!isExpired(trouble)) throw trouble
      }
      await signInOnce()
      try {
        return await question(agent)
      } catch (trouble) {
        throw isExpired(trouble) ? signedOut() : trouble
      }
    },
  }
}

/** How often at most it is kept how much is left; sooner where little is. */
const QUOTA_MS = 60_000

/** Asks as the kit does, and keeps what the server says of how much it lets us ask still. */
function telling(kit: Kit): Kit['fetch'] {
  let keptAt = Number.NEGATIVE_INFINITY
  return async (input, init) => {
    const answer = await kit.fetch(input, init)
    const quota = quotaOf(answer.headers)
    const now = kit.clock.now().getTime()
    if (quota && (now - keptAt >= QUOTA_MS || quota.left * 10 < quota.of)) {
      keptAt = now
      kit.keepQuota(quota).catch(() => {}) // it is said again with the next answer
    }
    return answer
  }
}

/** As the headers `ratelimit-limit`, `-remaining` and `-reset` (seconds of the epoch) of a Bluesky server say; null: they say nothing. */
export function quotaOf(headers: Headers): Quota | null {
  const [of, left, reset] = ['limit', 'remaining', 'reset'].map((name) => headers.get(`ratelimit-${name}`))
  if (!of || !left || !reset) return null
  const quota = { left: Number(left), of: Number(of), until: new Date(Number(reset) * 1000) }
  return quota.of > 0 && quota.left >= 0 && !Number.isNaN(quota.until.getTime()) ? quota : null
}

/** What to keep so that the session can be taken up again. */
export const secretOf = (agent: AtpAgent, password: string): Secret => ({
  password,
  session: agent.session
    ? {
        did: agent.session.did,
        handle: agent.session.handle,
        accessJwt: agent.session.accessJwt,
        refreshJwt: agent.session.refreshJwt,
        active: agent.session.active,
        pds: agent.pdsUrl?.origin ?? null,
      }
    : null,
})

const signedOut = () =>
  new ChannelTrouble(
    'Bluesky no longer takes the app password of this room. Make a new one and sign in again.',
    'sign-in',
  )

/** Nobody answered, or not in the way of a Bluesky server. */
export const isUnreachable = (trouble: unknown): boolean =>
  trouble instanceof XRPCError && (trouble.status === 1 || trouble.status === 2)

/** The server itself is unwell, or asks for patience: later may be better. */
export const isPassing = (trouble: unknown): boolean =>
  isUnreachable(trouble) || (trouble instanceof XRPCError && (trouble.status === 429 || trouble.status >= 500))

export const isInactive = (trouble: unknown): boolean =>
  trouble instanceof XRPCError && /^Account(Deactivated|Takedown|Suspended)$/.test(trouble.error)

export const isRefusedSignIn = (trouble: unknown): boolean => trouble instanceof XRPCError && trouble.status === 401

const isExpired = (trouble: unknown) =>
  trouble instanceof XRPCError &&
  (trouble.status === 401 || trouble.error === 'ExpiredToken' || trouble.error === 'InvalidToken')

/** The record, or the repo that should hold it, is not there. */
export const isMissing = (trouble: unknown): boolean =>
  trouble instanceof XRPCError &&
  (/^(RecordNotFound|Repo(NotFound|Deactivated|Takendown|Suspended))$/.test(trouble.error) ||
    (trouble.status === 400 && /^Could not (find repo|locate record)/.test(trouble.message)))

/** When the server said that it will listen again: `Retry-After`, or Bluesky's `ratelimit-reset` (seconds of the epoch). */
export function askedToWaitUntil(trouble: XRPCError, now: Date): Date | null {
  const after = trouble.headers?.['retry-after']
  if (after) {
    const at = /^\d+$/.test(after) ? new Date(now.getTime() + Number(after) * 1000) : new Date(after)
    if (!Number.isNaN(at.getTime())) return at
  }
  const reset = Number(trouble.headers?.['ratelimit-reset'])
  return reset > 0 ? new Date(reset * 1000) : null
}
